# Decision records, reasons and volumes.

# What the person did with the output
disposition-accepted = 采纳
disposition-modified = 修改后采纳
disposition-overridden = 未采纳
disposition-deferred = 暂缓
disposition-no_ai_output = 无系统输出

# What a record says beside the one that it supersedes
decision-change-first = 登记
decision-change-outcome = 补充实际结果
decision-change-evidence = 补充证据
decision-change-correction = 更正

# Fields of a record
decision-field-system = 人工智能系统
decision-field-decidedAt = 决定时间
decision-field-decisionPoint = 决策环节
decision-field-modelVersion = 模型版本
decision-field-promptVersion = 提示词版本
decision-field-caseKey = 事项编号
decision-field-category = 类别
decision-field-aiOutput = 系统输出
decision-field-aiConfidence = 置信度
decision-field-aiAt = 系统输出时间
decision-field-latencyMs = 决定用时（毫秒）
decision-field-reviewer = 复核人（代号）
decision-field-humanInitial = 初步判断
decision-field-humanFinal = 最终决定
decision-field-disposition = 处理方式
decision-field-reasonCode = 原因
decision-field-reasonText = 原因说明
decision-field-harmIfFollowed = 按系统输出办理可能造成的危害（0至4）
decision-field-harmIfWrong = 人员判断有误可能造成的危害（0至4）
decision-field-reversible = 能否撤回
decision-field-outcome = 实际结果
decision-field-outcomeAt = 结果获知时间
decision-field-outcomeSource = 结果来源
decision-field-seeded = 已知错误样本
decision-field-enteredLate = 补录（决定后超过24小时登记）
decision-field-chain = 更正链
decision-field-evidence = 证据
decision-yes = 是
decision-no = 否

# $total (Number) records; $decided (Number) with an output and a final decision; $overrides (Number)
decision-counted = 共{ $total }条记录，其中有系统输出且已作最终决定的{ $decided }条，未采纳（含修改）{ $overrides }条。
decision-no-reason = 未填写原因

# Volumes
volume-span-day = 日
volume-span-week = 周
volume-span-month = 月
volume-unit-hours = 小时
volume-unit-kilometres = 公里
volume-unit-cases = 件
