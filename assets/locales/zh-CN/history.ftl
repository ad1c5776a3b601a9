# The hash-chained history and the check of the workspace.

# $count (Number) entries
history-title = { $count ->
    [0] 变更历史
   *[other] 已记录{ $count }次变更
}
# $digest (String) shortened SHA-256 of the newest entry
history-lede = 每条记录包含前一条的摘要，最新一条为{ $digest }。记录不能修改。
history-check = 全面检查
history-check-good = 全部成立：没有未被发现的改动
history-check-bad = 有检查项不成立
history-column-number = 序号
history-column-when = 时间
history-column-who = 人员
history-column-what = 变更
history-column-subject = 对象
history-column-digest = 摘要
history-unknown-person = 已无此人
history-recorded = 记录内容
# $from and $to (String) numbers of entries
history-range = 第{ $from }至{ $to }条
