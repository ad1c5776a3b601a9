# 事件及其报告、报告要求：终端与窗口用语。

incident-kind-event = 事件
incident-kind-near_miss = 未遂事件
incident-severity-general = 一般
incident-severity-considerable = 较大
incident-severity-major = 重大
incident-severity-extremely_serious = 特别重大
incident-state-open = 处置中
incident-state-handled = 已处置
incident-state-closed = 已结案
incident-clock-overdue = 逾期未报
incident-clock-running = 计时中
incident-clock-not_started = 未开始计时
incident-clock-late = 迟报
incident-clock-in_time = 按时报告
incident-clock-not_due = 无须报告
incident-field-system = 人工智能系统
incident-field-state = 状态
incident-field-kind = 类别
incident-field-severity = 等级
incident-field-title = 名称
incident-field-decisionPoint = 决策环节
incident-field-occurredAt = 发生时间
incident-field-noticedAt = 发现时间
incident-field-decidedAt = 决定切换时间
incident-field-manualAt = 人工方式开始时间
incident-field-restoredAt = 恢复时间
incident-field-effect = 经过和影响
incident-field-people = 受影响人数
incident-field-cases = 受影响事项数
incident-field-harm = 损害
incident-field-response = 处置情况
incident-field-cause = 原因
incident-field-lessons = 教训
incident-field-evidence = 证据
incident-moment-occurred = 发生时
incident-moment-noticed = 发现时
incident-moment-decided = 决定切换时
incident-moment-manual_running = 人工方式开始时
incident-moment-restored = 恢复时
duty-within-minutes = { $amount }分钟
duty-within-hours = { $amount }小时
duty-within-days = { $amount }天
duty-origin-bundled = 内置
duty-origin-changed = 本单位已修改
duty-origin-own = 本单位自有
duty-ours = 内置的报告要求由本项目整理，不构成法律意见，请对照适用于本单位的规定核对。

## 窗口
rail-incidents = 事件
place-incidents = 事件
place-incidentDuties = 报告要求
incident-title = { $count ->
    [0] 没有未结案的事件
   *[other] { $count }起事件未结案
}
incident-lede = { $late ->
    [0] 没有逾期的报告。
   *[other] 其中{ $late }起有报告逾期。
}
incident-add = 登记事件
incident-new = 登记事件
incident-new-lede = 尚不清楚的可以留空，以后补充和更正。
incident-correct = 更正
# $title (String) 事件名称
incident-edit-title = 更正“{ $title }”
incident-save = 保存事件
incident-saved = 事件已保存。
incident-empty = 还没有事件
incident-empty-text = 请登记人工智能系统的故障，未遂事件也应登记：这是代价最小的教训。报告时限根据时间和等级计算。
incident-none = 没有处于该状态的事件
incident-show-unclosed = 未结案
incident-show-all = 全部事件
incident-shown = 显示{ $shown }起，共{ $all }起
incident-ungraded = 尚未定级
incident-clock-next = 下一项报告
incident-system-choose = 请选择人工智能系统
incident-title-missing = 请简要写明发生了什么
incident-began-missing = 请写明发生时间
incident-whole-number = 请输入整数
incident-severity-hint = 尚未定级时，各项报告时限均计算。
incident-times = 时间
incident-times-hint = 按工作区时区填写。未写明发现时间的，自发生时间起算。
incident-harm-unknown = 不清楚
incident-harm-0 = 0，无
incident-harm-1 = 1，轻微
incident-harm-2 = 2，明显
incident-harm-3 = 3，严重
incident-harm-4 = 4，最严重
incident-days-hours = { $days }天{ $hours }小时
incident-minutes = { $minutes }分钟
incident-hours-minutes = { $hours }小时{ $minutes }分
incident-left = 还剩{ $time }
incident-over = 逾期{ $time }
incident-was-left = 提前{ $time }
incident-was-over = 晚{ $time }
incident-due = 截止{ $at }。
incident-within = { $moment }起{ $time }内
incident-reported = { $at }由{ $person }报告。
incident-receipt = 回执
incident-receipt-none = 尚无回执。
incident-report = 登记报告
incident-report-other = 登记其他报告
incident-report-correct = 更正报告
incident-report-saved = 报告情况已登记。
incident-report-replaced = 已替换
incident-waive = 无须报告
incident-waive-title = 写明无须报告的理由
incident-waive-why = 本事件无须按该要求报告的理由
incident-waive-missing = 请写明无须报告的理由
incident-recipient = 报告对象
incident-recipient-missing = 请写明报告对象
incident-reported-at = 报告时间
incident-reporter = 报告人
incident-reporter-missing = 请写明报告人
incident-note = 备注
incident-now-open = 事件已重新处置。
incident-now-handled = 事件已处置完毕。
incident-now-closed = 事件已结案。
incident-evidence-added = 证据已附上。
incident-page-lede = { $system }的{ $kind }，{ $at }发生
incident-step-handle = 处置完毕
incident-close-title = 将此事件结案？
incident-close-missing = 还不能结案，尚缺：
incident-close-duty = 向“{ $recipient }”报告的情况，或无须报告的理由
incident-step-close = 结案
# $state (String) handled或closed
incident-step-reopen = { $state ->
    [handled] 恢复处置
   *[other] 重新处置
}
# $state (String) handled或closed
incident-reopen-why = { $state ->
    [handled] 尚未处置完毕的理由
   *[other] 重新处置的理由
}
# $state (String) handled或closed
incident-reopen-missing = { $state ->
    [handled] 请写明尚未处置完毕的理由
   *[other] 请写明重新处置的理由
}
incident-state-text-open = 正在处置。业务恢复并写明处置情况后，可登记处置完毕。
incident-state-text-handled = 已处置完毕。写明等级、原因和教训，且各项报告要求均已报告或注明无须报告后，可以结案。
incident-state-text-closed = 结案后不可更改，重新处置的除外。
incident-clocks = 报告时限
incident-clocks-none = 按报告要求，本事件无须报告。
incident-infrastructure = 尚未写明该系统是否属于关键信息基础设施；属于的，报告时限更短。
incident-infrastructure-say = 去填写
incident-effect = 等级与影响范围
incident-actions = 后续整改事项
incident-actions-none = 尚无后续整改事项。
incident-reports = { $count ->
   *[other] { $count }次报告
}
incident-versions = { $count ->
   *[other] { $count }个版本
}
incident-version = { $number }：{ $state }
incident-changed = 变更
incident-recorded = { $at }由{ $person }登记。
overview-clock = 向{ $recipient }报告
overview-clock-text = { $system }：{ $title }
overview-clock-due = 截止{ $at }
overview-clock-late = { $at }起逾期
duty-title = 报告要求
duty-lede = 事件应向谁、在多长时限内报告。此处的修改适用于未结案的事件；已作出的报告仍按当时的要求计算。
duty-add = 添加报告要求
duty-change = 修改报告要求
duty-saved = 报告要求已保存。
duty-within = 时限
# $time (String) 时长
duty-after-occurred = 发生后{ $time }内
duty-after-noticed = 发现后{ $time }内
duty-after-decided = 决定切换后{ $time }内
duty-after-manual_running = 人工方式开始后{ $time }内
duty-after-restored = 恢复后{ $time }内
duty-unit = 单位
duty-unit-minutes = 分钟
duty-unit-hours = 小时
duty-unit-days = 天
duty-counted = 起算
duty-concerns = 适用
# $kinds (String) event、near_miss或both；$infrastructure (String) only、not或any
duty-concerned = { $infrastructure ->
    [only] 关键信息基础设施的
    [not] 非关键信息基础设施的
   *[any] { "" }
}{ $kinds ->
    [event] 事件
    [near_miss] 未遂事件
   *[both] 事件和未遂事件
}
# $severity (String) 最低等级
duty-from = { $severity ->
    [considerable] 较大及以上
    [major] 重大及以上
   *[extremely_serious] 特别重大
}
duty-from-severity = 最低等级
duty-source = 依据
duty-origin = 来源
duty-active = 启用
duty-on = 启用
duty-off = 未启用
duty-counts = 启用该要求
duty-sides = 只填一种语言的，两种语言均使用该文字。
duty-recipient-en = 报告对象（英文）
duty-recipient-zh = 报告对象（中文）
duty-source-en = 依据（英文）
duty-source-zh = 依据（中文）
duty-note-en = 备注（英文）
duty-note-zh = 备注（中文）
duty-infrastructure = 关键信息基础设施
duty-infrastructure-any = 所有系统
duty-infrastructure-only = 仅关基系统
duty-infrastructure-not = 非关基系统
duty-areas = 重点领域
duty-areas-hint = 不选表示所有领域。
duty-amount-missing = 请输入不小于1的整数
duty-kinds-missing = 请至少选择一类
duty-source-missing = 请写明要求报告的依据
duty-changed = 本单位已修改内置的该项要求。
duty-restore = 显示内置内容
