# The hash-chained history and the check of the workspace.

# $count (Number) entries
history-title = { $count ->
    [0] 变更历史
   *[other] 已记录{ $count }次变更
}
# $digest (String) shortened SHA-256 of the newest entry
history-lede = 每条记录包含前一条的摘要值，最新一条为{ $digest }。记录不能修改。
history-check = 全面检查
history-check-good = 检查全部通过：没有未经记录的改动
history-check-bad = 有检查项未通过
check-passed = 通过
check-failed = 未通过
check-item-pages = 文件各页
check-item-structure = 数据表与引用
check-item-history = 变更历史
check-item-records = 各项记录与变更历史的一致性
check-item-reports = 留存报告所载的历史摘要
# $kind (String) code of what it is; $name (String) its name in the file
check-problem-layout = { $kind ->
    [table] 数据表
    [index] 索引
    [view] 视图
   *[trigger] 触发器
}“{ $name }”与程序设定的结构不一致：有人绕过程序更改、删除或添加了它。
# $about (String) what the report is about; $number (String) its number; $signatures (String) how many have signed; $sequence (String) number of the entry
check-problem-head = “{ $about }”的第{ $number }号报告（{ $signatures ->
    [0] 未签署
   *[other] 已签署
}）载有变更历史第{ $sequence }条的摘要，但现有历史中没有该摘要：报告生成后，变更历史被改写。
# $noun (String) code of the noun; $id (String) which one; $fault (String) code of what is wrong
check-problem-record = { $noun ->
    [action] 整改事项
    [answer] 回答
    [assessment] 评估
    [decision] 决策记录
    [dissent] 不同意见
    [finding] 审计发现
    [incident_report] 事件报告记录
    [incident_version] 事件版本
    [measure] 措施
    [person] 人员
    [rating] 风险评定
    [report] 报告
    [report_version] 报告版本
    [system] 人工智能系统
    [volume] 批量数据
   *[workspace] 工作区
}{ $id }：{ $fault ->
    [changed] 其内容与变更历史中关于它的最后一条记录不符。
    [missing] 已经不在，而变更历史中没有删除它的记录。
   *[foreign] 变更历史中没有添加它的记录。
}
# $system (String) id of the AI system; $count (Number) records without their texts; $named (String) as many as runs of thinning named
check-problem-thinned = 人工智能系统{ $system }：有{ $count }条决策记录的文本已不在，而变更历史只记载精简了{ $named }条。
# $sequence (String) number of the entry; $fields (String) names of its fields, as the file has them
check-problem-texts = 变更历史第{ $sequence }条的文本（{ $fields }）已不在，而没有任何记录说明已将其删除。
check-problem-skipped = 文件无法完整读取，未作比对。
# $count (Number) how many are not named
check-problem-more = 另有{ $count }项未在此列出。
check-item-contents = 留存的证据与报告
check-item-keys = 人员密钥
check-item-drills = 锁定期间记录的演练
history-column-number = 序号
history-column-when = 时间
history-column-who = 人员
history-column-what = 变更
history-column-subject = 对象
history-column-digest = 摘要值
history-unknown-person = 已无此人
history-recorded = 记录内容
# $from and $to (String) numbers of entries
history-range = 第{ $from }至{ $to }条

# 所做的事
history-workspace-create = 创建工作区
history-workspace-settings = 修改设置
history-logo-set = 选用徽标
history-logo-remove = 移除徽标
history-person-add = 添加人员
history-person-change = 修改人员
history-person-passphrase = 修改口令
history-system-add = 添加人工智能系统
history-system-save = 修改人工智能系统
history-system-import = 导入人工智能系统
history-assessment-start = 开始评估
history-assessment-context = 修改应用情境
history-assessment-submit = 提交复核
history-assessment-return = 退回修改
history-assessment-approve = 批准
history-answer-save = 回答问题
history-measure-save = 填写措施
history-rating-save = 评定风险
history-rating-confirm = 确认评定
history-rating-agree = 第二人同意
history-evidence-add = 添加证据
history-evidence-change = 修改证据说明
history-evidence-detach = 移除证据
history-dissent-add = 记录不同意见
history-action-add = 添加整改事项
history-action-save = 修改整改事项
history-decision-add = 登记决策
history-decision-evidence = 为决策记录补充证据
history-decision-correct = 更正决策记录
history-decision-import = 导入决策记录
history-decision-import-undo = 撤回导入
history-mapping-save = 保存对应关系
history-reason-add = 添加原因
history-decision-thin = 删除超过保存期的文字
history-privacy-save = 设置决策记录的隐私保护
history-reviewer-reveal = 查看复核人姓名
history-volume-add = 登记期间总量
history-volume-import = 导入期间总量
history-volume-replace = 替换期间总量
history-second-review-draw = 抽取复核样本
history-verdict-give = 给出复核结论
history-finding-add = 登记审计发现
history-plan-add = 制定定期检查计划
history-plan-save = 变更检查计划
history-plan-skip = 跳过到期日
history-plan-move = 调整到期日
history-plan-pause = 暂停计划
history-plan-resume = 恢复计划
history-check-record = 登记检查
history-audit-schedule = 安排审计
history-audit-start = 开始审计
history-audit-record = 登记审计结果
history-audit-evidence-add = 为审计添加证据
history-audit-evidence-detach = 从审计移除证据
history-audit-close = 关闭审计
history-question-pack-save = 保存问题包
history-question-pack-withdraw = 撤下或重新启用问题包
history-incident-add = 登记事件
history-incident-correct = 更正事件
history-incident-handle = 登记事件处置完毕
history-incident-close = 事件结案
history-incident-reopen = 重新处置事件
history-incident-report = 登记事件报告情况
history-incident-evidence = 为事件补充证据
history-duty-add = 添加报告要求
history-duty-save = 修改报告要求
history-finding-save = 修改审计发现
history-finding-move = 审计发现状态变更
history-finding-evidence = 为审计发现附加证据
history-finding-ledger = 读入整改台账
history-audit-sample-draw = 为审计抽取样本
history-audit-sample-record = 登记样本核查结果
history-report-make = 生成报告
history-report-sign = 签署报告
history-fallback-plan-save = 保存切换预案
history-fallback-plan-approve = 批准切换预案
history-authorisation-save = 保存授权矩阵
history-authorisation-approve = 批准授权矩阵
history-stop-test-add = 记录停用测试
history-drill-plan = 计划切换演练
history-drill-change = 修改切换演练
history-drill-step = 记录演练进程
history-drill-evidence-add = 为演练附上证据
history-drill-evidence-detach = 从演练移除证据
history-drill-take-in = 并入锁定时记录的演练
