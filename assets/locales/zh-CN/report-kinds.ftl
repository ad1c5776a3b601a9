# 评估以外各类纸面报告。状态与结果的名称见各对象的文件。

## 各类通用
paper-made-by = 单位
# $title, $issuer and $released (String) of the framework
paper-basis-kinds = 条款编号取自{ $issuer }{ $released }发布的《{ $title }》第6.3节，其余内容均为本单位自身记录。
paper-sources-title = 状态与来源
paper-sources-text = 本报告的每个数字均由工作区的同一固定状态算出。报告内附的facts.json完整保存该状态，facts.schema.json说明其结构；下列摘要值印在每页页脚，用于核对二者一致。
paper-total = 合计
paper-unknown = 不详
# $name (String), $count (Number)
paper-counted = { $name }：{ $count }
# $value (String) a number with one decimal
paper-percent = { $value }%
paper-whole-organisation = 全单位
# $large (String) minutes, $small (String) seconds
paper-span-minutes = { $large }分{ $small }秒
# $large (String) hours, $small (String) minutes
paper-span-hours = { $large }小时{ $small }分
# $large (String) days, $small (String) hours
paper-span-days = { $large }天{ $small }小时

## 审计
paper-audit-title = 人工智能系统审计报告
# $conforms and $judged (Number) questions, $system (String)
paper-audit-lead = { $system }：已判定的{ $judged }个问题中，{ $conforms }个符合。
paper-audit-state = 状态
paper-audit-due = 期限
paper-audit-begun = 开始
paper-audit-closed = 结束
# $asked, $carried, $not_applicable, $not_tested and $open (Number) questions
paper-audit-asked = 共核查{ $asked }个问题，其中沿用上次结果{ $carried }个，不适用{ $not_applicable }个，未测试{ $not_tested }个，待判定{ $open }个。
# $names (String) questions
paper-audit-failing = 不符合的问题：{ $names }。
# $count and $grave (Number) findings
paper-audit-found = { $count ->
    [0] 未登记审计发现。
   *[other] 登记审计发现{ $count }项，其中高或严重{ $grave }项。
}
paper-audit-first = 这是对该系统的首次审计，无可比较的上次结果。
# $changes (String) kinds of change with their counts
paper-audit-since = 与上次审计相比：{ $changes }。
# $count (Number) results
paper-audit-stale = { $count ->
   *[other] { $count }个结果因问题、系统或证据已变更而不再代表当前情况，均已标明。
}
# $words (String)
paper-audit-conclusion = 结论：{ $words }
paper-audit-results = 各维度结果
paper-audit-results-intro = 比例以已判定的问题为分母，即符合、部分符合和不符合的问题。沿用的结果计入符合。
paper-audit-dimension = 维度
paper-audit-carried = 其中沿用
paper-audit-open = 待判定
# $scope (String) dimensions, questions and packs
paper-audit-scope = 范围：{ $scope }。
paper-audit-trend = 历次结果
# $count (Number) audits
paper-audit-trend-alt = 近几次审计的柱形图，共{ $count }次审计，每柱分为符合、部分符合和不符合的问题数；下表内容相同。
paper-audit-period = 时期
paper-audit-comparison = 与上次审计比较
# $period (String)
paper-audit-compared-with = 上次审计的时期为{ $period }。上次未核查的问题，与最近一次判定该问题的审计比较。
paper-audit-before = 上次
paper-audit-now = 本次
paper-audit-change = 变化
paper-audit-no-result = 无结果
paper-findings-title = 审计发现
paper-audit-findings-none = 本次审计未登记发现。
paper-audit-checklist = 检查表
paper-audit-checklist-intro = 按核查时的原文列出全部问题及所见情况。“符合”均指达到要求的状态。
paper-audit-result = 结果

## 审计发现与整改台账
# $finding (String) its title
paper-finding-actions = “{ $finding }”的整改事项
# $finding (String) its title
paper-finding-steps = “{ $finding }”的办理过程
paper-step-column = 步骤
paper-step-column-note = 说明
paper-step-column-taken = 办理
# $day (String)
paper-step-until = 至{ $day }
# $count, $open and $late (Number) findings
paper-ledger-lead = { $count ->
   *[other] 共{ $count }项发现
}，未办结{ $open }项，逾期{ $late }项。
paper-ledger-about = 对象
# $name (String) severity, $count (Number)
paper-ledger-running = 未办结，{ $name }：{ $count }项
# $title, $system and $due (String)
paper-ledger-late = { $due }起逾期：{ $title }（{ $system }）
# $count (Number) findings
paper-ledger-again = { $count ->
   *[other] { $count }项发现此前曾经查出。
}
paper-ledger-list = 全部发现
paper-ledger-none = 没有审计发现。

## 事件
paper-incident-title = 事件报告
paper-incident-duties = 报告要求
# $title, $system, $at and $severity (String)
paper-incident-lead = { $title }：{ $system }，{ $at }，等级{ $severity }。
# $duties, $in_time, $late, $overdue, $running and $not_due (Number)
paper-incident-duty-counts = { $duties ->
    [0] 无
   *[other] 共{ $duties }项：按时{ $in_time }项，迟报{ $late }项，逾期未报{ $overdue }项，计时中{ $running }项，无须报告{ $not_due }项
}
# $counts (String)
paper-incident-duties-are = 报告要求：{ $counts }。
# $span (String)
paper-incident-manual-after = 发现事件后{ $span }，人工方式开始运行。
# $span (String)
paper-incident-restored-after = 事件发生后{ $span }，业务恢复。
# $words (String)
paper-incident-effect-is = 经过与影响：{ $words }
# $words (String)
paper-incident-cause-is = 原因：{ $words }
paper-incident-course = 事件经过
paper-incident-course-alt = 事件各时刻按先后排列在一条线上，并标明间隔；下表内容相同。
paper-moment-column = 时刻
paper-moment-column-at = 时间
paper-moment-column-after = 距起点
paper-duty-column-within = 时限
paper-duty-column-due = 截止时间
paper-duty-column-answer = 报告情况
# $receipt (String)
paper-incident-receipt = 回执{ $receipt }
paper-incident-account = 情况与处置
paper-incident-reports = 已报情况
paper-incident-versions = 记录的各版本

## 切换预案卡
# $system (String)
paper-card-title = { $system }发生故障时
paper-card-further = 后续
paper-card-gaps = 预案尚不完整
paper-card-draft = 本版本尚未批准

## 切换演练
paper-drill-title = 切换演练记录
paper-drill-no-manual = 未达到
# $system, $manual, $limit and $verdict (String)
paper-drill-lead = { $system }：到人工方式运行用时{ $manual }，时限{ $limit }，结果：{ $verdict }。
# $words (String)
paper-drill-scenario = 情景：{ $words }
# $words (String)
paper-drill-aborted = 中止：{ $words }
# $count, $of and $bound (String)
paper-drill-past = 其他演练按时{ $count }次，共{ $of }次；按95%的置信水平，按时比例不低于{ $bound }。
paper-drill-course = 演练经过
paper-drill-course-alt = 演练各时刻按先后排列在一条线上，并标明间隔；下表内容相同。
paper-drill-not-begun = 演练尚未开始。
paper-drill-step = 记录内容
paper-drill-by = 记录人
paper-drill-steps = 全部步骤
paper-drill-aside = 与此时的演练不符，不计入
# $mark (String)
paper-drill-step-mark = 记录：{ $mark }
# $mark (String)
paper-drill-step-withdraw = 撤销：{ $mark }
paper-drill-step-finish = 演练结束。

## 单位概览
paper-overview-title = 人工智能系统概览
# $systems, $assessed and $grave (Number) AI systems
paper-overview-lead = { $systems ->
   *[other] 共{ $systems }个人工智能系统
}，已评估{ $assessed }个，其中重大及以上{ $grave }个。
# $system and $grade (String)
paper-overview-grave = { $system }：{ $grade }
# $count (Number) AI systems
paper-overview-red = { $count ->
    [0] 没有系统触及红线项。
   *[other] { $count }个系统触及红线项。
}
# $open and $late (Number) actions
paper-overview-open = 未完成的整改事项{ $open }项，其中逾期{ $late }项。
# $due, $overdue and $missed (Number) checks
paper-overview-checks = 三十日内到期或已逾期的检查{ $due }项，其中逾期{ $overdue }项；漏检{ $missed }项。
paper-overview-unassessed = 未评估
paper-overview-actions = 未完成的整改事项
paper-overview-actions-short = 整改
paper-overview-late = 逾期整改事项
paper-overview-systems = 人工智能系统
paper-overview-system = 人工智能系统
paper-overview-tier = 应用等级
paper-overview-interval = 区间与依据
# $confidence (Number)
paper-overview-confidence = 依据充分度{ $confidence }分
# $names (String) red lines
paper-overview-crossed = 触及红线项：{ $names }
# $grade (String)
paper-overview-before = 上次：{ $grade }
paper-overview-clauses-intro = 6.3节各条款计入等级的水平，0至4级；未回答的以短线表示。
paper-overview-due = 到期或逾期的检查
paper-overview-missed = 漏检
paper-overview-no-check = 无。
paper-overview-check = 检查

## 两次评估比较
paper-comparison-title = 与上次评估相比的变化
# $system, $before and $after (String)
paper-comparison-lower = { $system }：等级由{ $before }降为{ $after }。
# $system, $before and $after (String)
paper-comparison-same = { $system }：等级上次为{ $before }，本次为{ $after }。
# $system, $before and $after (String)
paper-comparison-higher = { $system }：等级由{ $before }升为{ $after }。
# $clauses, $risks, $measures and $answers (Number)
paper-comparison-counts = 变化：条款水平{ $clauses }项，风险评定{ $risks }项，措施{ $measures }项，回答或其证据{ $answers }项。
paper-comparison-grade = 等级
paper-comparison-what = 项目
paper-comparison-turn = 变化
paper-comparison-better = 改善
paper-comparison-worse = 恶化
paper-comparison-other = 有变动
paper-comparison-risks = 风险
paper-comparison-answers = 回答
paper-comparison-unchanged = 此处没有变化。
# $level, $likelihood and $impact (String)
paper-comparison-rating = { $level }（可能性{ $likelihood }，影响{ $impact }）

## 决策分析
paper-decisions-title = 决策记录分析
# $system and $figure (String)
paper-decisions-lead = { $system }：人员修改或未采纳{ $figure }。
# $count and $of (String) counts, $share (String), $interval (String) may be empty
paper-decisions-share = { $count }件（共{ $of }件），{ $share }{ $interval }
# $lower and $upper (String)
paper-decisions-interval = （{ $lower }至{ $upper }）
paper-decisions-interval-head = 区间
paper-decisions-records = 记录
# $count (Number) signals
paper-decisions-signals = { $count ->
    [0] 控制图没有异常信号。
   *[other] 控制图有{ $count }个异常信号。
}
# $sign (String)
paper-decisions-raised = 出现异常信号：{ $sign }
# $reason and $figure (String)
paper-decisions-reason-first = 最常见的原因：{ $reason }，{ $figure }。
# $figure (String)
paper-decisions-alike = 与系统输出一致的决定：{ $figure }。
paper-decisions-rates = 未采纳率
paper-decisions-part = 分项
paper-decisions-count = 件数
paper-decisions-of = 总数
paper-decisions-rate = 比例
paper-decisions-overall = 未采纳或修改
paper-decisions-deferred = 暂缓
paper-decisions-no-output = 无系统输出
paper-decisions-late = 补录
# $interval (String)
paper-decisions-clustered = 复核人之间存在差异，考虑该差异的区间：{ $interval }。
paper-decisions-directions = 按方向
paper-decisions-direction-stricter = 更严
paper-decisions-direction-more_lenient = 更宽
paper-decisions-direction-none = 无方向
paper-decisions-versions = 按模型版本
paper-decisions-points = 按决策环节
paper-decisions-unstated = 未注明
paper-decisions-nothing = 没有可统计的记录。
paper-decisions-chart = 控制图
# $count (Number) periods
paper-decisions-chart-alt = { $count }个时期的控制图，显示各期未采纳率及其控制限，方块表示异常信号。下表内容相同。
paper-decisions-limits = 控制限
paper-decisions-signal = 异常信号
paper-decisions-reasons = 原因
paper-decisions-reason = 原因
paper-decisions-no-reason = 未填写原因
paper-decisions-cumulative = 累计
# $count (Number) reasons
paper-decisions-reasons-alt = { $count }种原因按次数排列的条形图及累计比例线。下表内容相同。
paper-decisions-reviewers = 复核人
paper-decisions-reviewer = 复核人代号
# $count (String) reviewers
paper-decisions-hidden = 决定不足十件而未列出的复核人：{ $count }人。
paper-decisions-judgement = 系统与人员的一致程度
paper-decisions-concordance = 最终决定与系统输出
paper-decisions-agreement = 初步判断与系统输出
paper-decisions-judged-alike = 一致
paper-decisions-kappa = Kappa系数
paper-decisions-again = 抽样复核
paper-decisions-cases = 抽取件数
paper-decisions-judged = 已判定件数
paper-decisions-missed-errors = 未被发现的错误
paper-decisions-needless = 不必要的未采纳
paper-decisions-outcomes = 何者正确
# $interval (String)
paper-decisions-bounds = 无论未知结果如何：{ $interval }
paper-decisions-missing = 结果未知
paper-decisions-ai-wrong = 系统有误
paper-decisions-over-reliance = 系统有误仍被采纳
paper-decisions-under-reliance = 系统正确而未采纳
paper-decisions-precision = 未采纳中人员正确
paper-decisions-net = 纠正数减误改数
paper-decisions-signs = 形式化采纳的异常信号
paper-decisions-sign = 异常信号
paper-decisions-how = 判定方法

## 用语
paper-term-dimension = 维度
paper-term-dimension-text = 审计所看的方面：适用场景、安全性、可靠性、可控性以及审计方案本身。
paper-term-carried = 沿用的结果
paper-term-carried-text = 承接上一次审计的符合结果，始终带有标记。
paper-term-finding = 审计发现
paper-term-finding-text = 审计查出的问题，严重程度按公开规则确定。
paper-term-duty = 报告要求
paper-term-duty-text = 事件应向谁、在多长时限内、依何规定报告。
paper-term-clock = 报告时限
paper-term-clock-text = 某一事件某项报告要求的截止时间及是否按时报告。
paper-term-drill = 切换演练
paper-term-drill-text = 对切换的演练，用时取自任何人都不能调整的时钟。
paper-term-limit = 时限
paper-term-limit-text = 从故障到人工方式运行的最长时间：以预案为准，预案未定的按本项目对应用等级的设定。该时限不出自框架。
paper-term-override = 未采纳
paper-term-override-text = 人员拒绝或修改系统输出。
paper-term-interval-share = 比例的区间
paper-term-interval-share-text = 在所述置信水平下真实比例所在的范围。
paper-term-control-chart = 控制图
paper-term-control-chart-text = 逐期排列并标明仅由偶然因素所致范围的图。
paper-term-kappa = Kappa系数
paper-term-kappa-text = 扣除偶然一致后的一致程度。
