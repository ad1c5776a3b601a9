# 终端：帮助与提示。

cli-about = Assay：离线评估所使用的人工智能系统
cli-option-json = 以JSON输出（格式见 assay schema）
cli-option-lang = 帮助与提示所用语言
cli-option-passphrase-file = 从该文件读取口令；否则取自ASSAY_PASSPHRASE
cli-option-new-passphrase-file = 从该文件读取新增人员的口令；否则取自ASSAY_NEW_PASSPHRASE

cli-new = 创建工作区或教学示例
cli-check = 检查工作区的页、结构、变更历史、证据与密钥
cli-history = 显示最近的变更
cli-verify = 验证报告：签名、内含事实、重新计算等级
cli-schema = 输出接口的JSON格式定义
cli-call = 以JSON请求执行任一接口命令
cli-man = 将手册页写入文件夹
cli-person = 工作区人员
cli-person-list = 列出全部人员
cli-person-add = 添加人员，角色如reviewer,approver
cli-system = 人工智能系统
cli-system-list = 列出全部人工智能系统
cli-system-add = 由JSON文件添加人工智能系统
cli-system-import = 导入CSV或XLSX表格
cli-assessment = 评估
cli-assessment-list = 列出评估
cli-assessment-start = 开始评估；情境为场景,自主,规模，各1至5
cli-assessment-show = 显示评估或其结果
cli-assessment-answer = 回答问题：met、partly、not_met、na、unknown或not_yet_due
cli-assessment-measure = 填写技术应对措施的落实程度，0至4
cli-assessment-rate = 评定风险，或说明为何不适用
cli-assessment-confirm = 确认其余全部建议评定
cli-assessment-submit = 提交复核；签署人写作 角色:姓名,角色:姓名
cli-assessment-approve = 批准
cli-assessment-return = 退回修改
cli-report = 报告
cli-report-list = 列出报告
cli-report-make = 由已批准的评估生成报告
cli-report-sign = 以下一名签署人身份签署报告
cli-report-export = 将报告写入文件
cli-method = 以纯函数形式提供的定级方法
cli-method-show = 输出方法的各表
cli-method-grade = 对标准输入定级
cli-method-clause-level = 由标准输入计算条款水平
cli-method-answers = 由标准输入的回答计算条款水平与等级

cli-said-new = 已创建工作区：{ $path }
cli-said-sample = 已创建示例工作区：{ $path }（口令{ $passphrase }）
cli-said-person = 已添加{ $name }。
cli-said-system = 已添加人工智能系统{ $id }。
cli-said-import = 已导入{ $added }个人工智能系统，另有{ $known }个已在工作区。
cli-said-import-check = 可导入{ $valid }行，另有{ $known }行已在工作区。
cli-said-start = 已开始评估{ $id }。
cli-said-grade = { $grade }（区间{ $best }至{ $worst }），应用等级{ $tier }级，依据充分度{ $confidence }；已答{ $answered } / { $total }题。
cli-said-report = 已生成报告{ $id }。
cli-said-signed = 已签署。状态：{ $state }
cli-said-export = 已写入：{ $path }

err-passphrase-missing = 没有口令：请使用--passphrase-file或设置{ $variable }。
