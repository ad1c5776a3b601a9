# 定期检查与审计：窗口与终端共用的词语。

# 定期检查的种类
check-kind-system_audit = 系统审计
check-kind-data_flow_check = 数据流向检查
check-kind-access_review = 访问权限复核
check-kind-restore_drill = 恢复演练
check-kind-stop_test = 停用测试
check-kind-fallback_drill = 切换演练
check-kind-supply_cut_off = 断供演练

# 到期日的状态
check-state-ahead = 待完成
check-state-overdue = 已逾期
check-state-missed = 漏检
check-state-done = 按期完成
check-state-done_late = 逾期完成
check-state-skipped = 已跳过
check-state-paused = 已暂停

# 审计的状态
audit-state-planned = 已安排
audit-state-running = 进行中
audit-state-closed = 已关闭

# 第b项的维度
audit-dimension-scenario = 适用场景
audit-dimension-safety = 安全性
audit-dimension-reliability = 可靠性
audit-dimension-controllability = 可控性
audit-dimension-programme = 审计方案

# 问题的结果
audit-result-conforms = 符合
audit-result-partly = 部分符合
audit-result-fails = 不符合
audit-result-not_applicable = 不适用
audit-result-not_tested = 未测试
# $conforms、$partly、$fails与$open (Number) 问题数
audit-results = 符合{ $conforms }项，部分符合{ $partly }项，不符合{ $fails }项，未完成{ $open }项

# 结果旁必须标明的情况
audit-mark-carried = 沿用上一次审计
audit-mark-question_changed = 此后问题已变更
audit-mark-question_removed = 此后问题已删除
audit-mark-system_changed = 此后系统版本已变更
audit-mark-evidence_changed = 此后证据已变更

# 问题的变化
audit-change-new = 新增
audit-change-fixed = 已整改
audit-change-worse = 恶化
audit-change-better = 好转
audit-change-unchanged = 无变化
audit-change-reopened = 复发
audit-change-question_changed = 问题已变更
audit-change-not_compared = 未比较

# 问题包某一行的错误
pack-problem-unreadable = 无法读取
pack-problem-id_invalid = 不是有效标识：小写字母、数字和连字符
pack-problem-id_twice = 重复出现
pack-problem-language_missing = 缺少该语言的文本
pack-problem-dimension_unknown = 不是有效维度
pack-problem-clause_unknown = 不是有效条款（a至i）
pack-problem-not_yes_no = 既不是“是”也不是“否”
pack-problem-too_long = 过长
pack-problem-empty = 没有问题
pack-problem-too_many = 问题过多
pack-problem-field_missing = 缺少
pack-problem-field_unknown = 无法识别
