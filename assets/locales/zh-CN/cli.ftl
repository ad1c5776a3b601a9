# 终端：帮助与提示。

cli-about = Assay：离线评估所使用的人工智能系统

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
cli-system-export = 将全部人工智能系统写入CSV或XLSX表格
cli-assessment = 评估
cli-assessment-list = 列出评估
cli-assessment-start = 开始评估；情境为场景,自主,规模，各1至5
cli-assessment-show = 显示评估或其结果
cli-assessment-answer = 回答问题：met、partly、not_met、na、unknown或not_yet_due
cli-assessment-measure = 填写技术应对措施的落实程度，0至4
cli-assessment-rate = 评定风险，或说明为何不适用
cli-assessment-confirm = 确认其余全部建议评定
cli-assessment-fill = 由JSON文件批量保存回答、措施与评定
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
err-system-unnamed = 没有人工智能系统{ $named }。请看 assay system list。
err-assessment-unnamed = 没有评估{ $named }，也没有以此命名且已有评估的人工智能系统。请看 assay assessment list。

## 帮助用语
cli-word-usage = 用法：
cli-word-commands = 命令
cli-word-command = 命令
cli-word-arguments = 参数
cli-word-options = 选项
cli-word-any-options = [选项]

## 参数与选项
cli-arg-json = 以JSON输出（格式见 assay schema）
cli-arg-lang = 帮助与提示所用语言
cli-arg-passphrase-file = 从该文件读取口令；否则取自ASSAY_PASSPHRASE
cli-arg-new-passphrase-file = 从该文件读取新增人员的口令；否则取自ASSAY_NEW_PASSPHRASE
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-arg-workspace = 工作区文件（以.assay结尾）
cli-arg-organisation = 单位名称
cli-arg-person = 首位人员的姓名或岗位
cli-arg-time-zone = 工作区时区，如Asia/Shanghai（默认）
cli-arg-sample = 创建教学示例，口令公开
cli-arg-limit = 条数，最多500；默认50
cli-arg-pdf = 报告，或存放报告的文件夹
cli-arg-csv = 输出表格，每个文件一行
cli-arg-command = 接口命令，如system_list
cli-arg-request = 请求的JSON文件；-表示标准输入
cli-arg-folder = 存放手册页的文件夹
cli-arg-name = 名称；对人员而言，是印在报告上的姓名或岗位
cli-arg-title = 职务或部门
cli-arg-roles = 角色，以逗号分隔：administrator 管理员、assessor 评估人、reviewer 复核人、approver 批准人、operator 操作人、inspector 检查人
cli-arg-reference = 人工智能系统的自编号
cli-arg-facts = 人工智能系统情况的JSON文件；未写的留空
cli-arg-file = 文件
cli-arg-mapping = 说明各列对应何项的JSON文件；未给出时按表头建议
cli-arg-dry-run = 只说明将导入什么
cli-arg-out = 写入何处；表格以.csv或.xlsx结尾
cli-arg-system = 人工智能系统，以自编号或标识指定
cli-arg-context = 场景、自主、规模，各1至5，如3,4,2
cli-arg-profile = 用以建议评定的场景模板，如public-chatbot
cli-arg-depth = quick（快速）或full（完整）；未给出时按应用等级建议
cli-arg-from = 期间首日；未给出时为本季度
cli-arg-to = 期间末日
cli-arg-assessment = 评估的标识；也可给出人工智能系统，即指其最近变更的评估
cli-arg-result = 输出完整结果，含理由与计划
cli-arg-question = 问题，如h-04
cli-arg-value = met 符合、partly 部分符合、not_met 不符合、na 不适用、unknown 不清楚、not_yet_due 尚未到期
cli-arg-note = 备注
cli-arg-reason = 理由；不适用与退回时必填
cli-arg-control = 技术应对措施，如4.1.1a
cli-arg-level = 0（未落实）至4（已验证有效）
cli-arg-risk = 风险，如3.1.1e
cli-arg-likelihood = 可能性，1至5
cli-arg-impact = 影响，1至5
cli-arg-not-applicable = 该风险为何不适用
cli-arg-input = JSON文件；-表示标准输入
cli-arg-signers = 依次签署的人员，写作 角色:姓名,角色:姓名；未给出时为本人
cli-arg-report-lang = 报告语言：en或zh-CN
cli-arg-sign = 随即以下一名签署人身份签署
cli-arg-report = 报告的标识
cli-arg-lines = 每行一个输入，每行一个结果

## 无法理解的输入
# $value (String) what was typed
cli-refused-argument = 此处没有选项{ $value }。请看--help。
cli-refused-command = 此处没有命令{ $value }。请看--help。
cli-refused-missing = 缺少：{ $value }。请看--help。
cli-refused-twice = { $value }不能用在此处，或不能重复给出。请看--help。
cli-refused-value = { $value }的值无法识别。请看--help。
cli-refused-other = 无法理解：{ $value }。请看--help。
