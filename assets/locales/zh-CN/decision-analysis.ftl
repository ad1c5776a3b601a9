# The analysis of decision records.

place-decisionAnalysis = 分析

## What is looked at
stat-picked = 分析范围
# $count (Number) weeks
stat-weeks = 最近{ $count }周
stat-own-period = 自定期间
stat-unit = 图中的期间
stat-by-week = 按周
stat-by-month = 按月
stat-by-day = 按日
stat-more = 更多选项
stat-any-category = 全部类别
stat-any-reviewer = 全部复核人
# $name (String), $count (String) records
stat-pick = { $name }（{ $count }）
stat-modified = 修改后采纳计为未采纳
stat-all = 全部决策均已登记
stat-selective = 决定本身影响哪些结果会被知晓
stat-least = 审查最短秒数
stat-settings = 计算方式
stat-all-hint = 此时没有采纳记录即表示确实没有采纳。
stat-selective-hint = 例如贷款被拒后，无从得知能否如期偿还；此时只给出上下界。
stat-least-hint = 该系统申报的审查所需最短时间。
stat-tau = 存疑界值（%）
stat-tau-hint = 未采纳率确实低于此值时，提示几乎全部采纳。
# $chosen (String) what the records were narrowed to
stat-chosen = 仅限：{ $chosen }。
stat-no-system = 还没有人工智能系统
stat-empty = 此期间没有决策
stat-empty-text = 请选择其他期间，或按Ctrl D登记决策，或导入记录。

## Order of labels, from lenient to strict
order-title = 标签宽严次序
order-hint = 用于判断未采纳时是从严还是从宽。
order-numbers = 按数值
order-own = 按以下次序
order-lenient = 最宽
order-strict = 最严
order-up = 上移
order-down = 下移
order-out = 移出
order-in = 加在末尾
order-without = 未列入次序：
order-keys = 方向键在列表中移动，按住Alt则移动标签。

## First of all
# $system (String) its name
stat-title-none = { $system }：此期间没有决策
# $system (String), $count (Number) refusals
stat-title-refusals = { $system }：未采纳{ $count ->
   *[other] { $count }
}条，无法得出比率
# $system, $count and $of (String)
stat-title-few = { $system }：{ $of }条决策中未采纳{ $count }条
# $system (String), $count (Number) periods, $period (String) the last of them
stat-title-signal = { $system }：{ $count ->
    [1] { $period }未采纳率异常
   *[other] 未采纳率异常{ $count }次，最近为{ $period }
}
# $system and $rate (String)
stat-title-calm = { $system }：未采纳率{ $rate }，各期均无异常
# $from and $to (String) formatted days, $modified (String) a sentence
stat-lede = { $from }至{ $to }。{ $modified }
stat-modified-counts = 修改后采纳计为未采纳。
stat-modified-not = 修改后采纳不计为未采纳。
stat-glance = 概览
stat-rate = 未采纳率
stat-overrides = 未采纳（含修改）
stat-no-rate-yet = 没有比率：总数未知。
stat-too-few = 数量太少，不给出比率。
# $of (String) decisions
stat-of-small = / { $of }
# $count and $of (String)
stat-of-decisions = { $of }条决策中{ $count }条
# $range and $level (String)
stat-interval-line = { $level }区间：{ $range }
# $of, $count, $rate, $level, $lower and $upper (String)
stat-say-rate = 对系统输出作出的{ $of }条决策中，人员修改或未采纳{ $count }条，占{ $rate }。真实比率有{ $level }的把握在{ $lower }至{ $upper }之间。
# $of, $count, $lower and $upper (String)
stat-say-few = 对系统输出作出的{ $of }条决策中，人员修改或未采纳{ $count }条。数量太少，比率意义不大：真实比率可能在{ $lower }至{ $upper }之间的任何位置。
# $count (Number) refusals
stat-say-refusals = 已登记未采纳{ $count ->
   *[other] { $count }
}条，但不知道共有多少系统输出，因此无法得出比率。填写或导入期间总量后，此处即显示比率。
# $rate, $unit, $lower and $upper (String)
stat-say-exposure = 按运行量计，每100{ $unit }{ $rate }条，有95%的把握在{ $lower }至{ $upper }之间。
stat-say-nothing = 此期间没有对系统输出作出的决策，暂无法分析。
stat-say-no-limits = 暂无法判断比率是否随时间变化。
# $unit (String) week, month or day, $count (Number) periods
stat-say-few-periods = 仅有{ $count ->
   *[other] { $count }
}个{ $unit ->
    [month] 月
    [day] 日
   *[other] 周
}的数据，暂无法判断比率是否随时间变化；至少需要八个。
# $unit (String) week, month or day, $count (Number) periods
stat-say-within = { $count }个{ $unit ->
    [month] 月
    [day] 日
   *[other] 周
}均在偶然波动范围之内，没有异常。
# $period, $count, $of and $most (String)
stat-say-above = { $period }未采纳多于往常：{ $of }条中{ $count }条，而预期最多{ $most }条。
# $period, $count, $of and $rule (String)
stat-say-signal = { $period }比率异常：{ $of }条中{ $count }条，{ $rule }。
stat-say-provisional = 基准期较短，控制限为暂定值。
stat-say-looked = 没有发现未经审查即予采纳的迹象；但系统非常准确时，同样看不出这种迹象。
stat-say-cannot-tell = 暂无法判断人员是否认真审查。
# $fewest and $of (String) decisions
stat-say-needs = 暂无法判断人员是否认真审查：约需{ $fewest }条决策，目前有{ $of }条。
# $reason, $count and $total (String)
stat-say-reason = 最常见的原因是“{ $reason }”：{ $total }条未采纳（含修改）中占{ $count }条。

## Small logs
stat-small-title = 已登记的情况
stat-small-text = 记录这样少时，控制图只会显示偶然波动。有二十条决策后，才显示各项图表。
# $count (Number) overrides
stat-times = { $count ->
   *[other] { $count }次
}

## Words of all figures
stat-exact = 精确数值及对应记录
stat-exact-how = 各项数值的算法与说明
stat-column-figure = 指标
stat-column-count = 未采纳数或件数
stat-column-of = 总数
stat-column-rate = 比例
stat-column-interval = 区间
stat-column-lower = 下限
stat-column-upper = 上限
stat-column-bounds = 全部决策的上下界
stat-column-records = 记录
stat-column-signal = 控制图
stat-column-cumulative = 累计
stat-show = 查看
stat-no-rate = 无比率
stat-no-data = 无数据
stat-not-estimable = 无法估计
# $lower and $upper (String)
stat-range = { $lower }至{ $upper }
# $count and $of (String)
stat-of = { $count }/{ $of }
# $rate, $range and $counts (String)
stat-figure = { $rate }（{ $range }），{ $counts }
stat-figure-few = { $counts }；按比率为{ $rate }（{ $range }）
# $label and $figure (String)
stat-said = { $label }：{ $figure }
# $p (String)
stat-p = p = { $p }
stat-p-below = p < { $p }

## Rate
stat-rate-title = 未采纳率及其可能的影响因素
# $figure (String) with its interval and counts
stat-rate-said = 各项未采纳率及其区间；总体为{ $figure }。
# $level (String)
stat-interval-remark = { $level }区间
stat-overall = 总体
# $version (String)
stat-version = 版本{ $version }
stat-direction-stricter = 比系统更严
stat-direction-more_lenient = 比系统更宽
stat-direction-none = 没有方向
stat-deferred = 暂缓，占全部记录
stat-no-output = 无系统输出，占全部记录
stat-late = 补录，占全部记录
stat-clustered = 考虑复核人差异的区间
# $range and $phi (String)
stat-clustered-value = { $range }，离散系数{ $phi }

## Over time
# $unit (String) week, month or day
stat-chart-title = { $unit ->
    [month] 各月
    [day] 各日
   *[other] 各周
}未采纳率
stat-chart-p_chart = p控制图，3σ控制限
stat-chart-p_prime_chart = p′控制图，3σ控制限
stat-chart-u_chart = u控制图，3σ控制限
stat-chart-u_prime_chart = u′控制图，3σ控制限
# $count and $periods (Number) periods
stat-chart-signals = { $periods }个期间的未采纳率及控制限；{ $count ->
   *[other] { $count }
}个期间有异常信号。
# $periods (Number) periods
stat-chart-calm = { $periods }个期间的未采纳率及控制限；没有异常信号。
# $day (String)
stat-week-of = { $day }当周
# $period (String)
stat-period-empty = { $period }：没有决策
# $period, $count, $of, $rate, $limits and $signal (String)
stat-period-said = { $period }：{ $of }条中{ $count }条（{ $rate }），控制限{ $limits }，{ $signal }
stat-no-limits = 无
stat-within = 在控制限内
stat-upper = 上限
stat-centre = 均值
stat-lower = 下限
stat-baseline = 基准期
stat-judged = 判断期
# $side (String) low, high or none
stat-rule-beyond = { $side ->
    [low] 低于下限
   *[other] 高于上限
}
stat-rule-one_side = { $side ->
    [low] 连续九个低于均值
   *[other] 连续九个高于均值
}
stat-rule-trend = { $side ->
    [low] 连续六个下降
   *[other] 连续六个上升
}
# $side (String) low, high or none
stat-rule-alternating = { $side ->
   *[other] 连续十四个交替升降
}
stat-rule-two_of_three = { $side ->
    [low] 三个中有两个远低于均值
   *[other] 三个中有两个远高于均值
}
stat-rule-four_of_five = { $side ->
    [low] 五个中有四个低于均值
   *[other] 五个中有四个高于均值
}
stat-rule-near_centre = { $side ->
   *[other] 连续十五个接近均值
}
stat-rule-away_from_centre = { $side ->
   *[other] 连续八个远离均值
}
# $from and $to (String) days
stat-stretch = { $from }至{ $to }的控制限
# $count (Number) periods
stat-stretch-baseline = 基准期{ $count }个期间
# $rate (String)
stat-stretch-centre = 均值{ $rate }
# $sigma (String)
stat-stretch-sigma = z的σ为{ $sigma }（平均移动极差）
# $p (String)
stat-stretch-spread = 超出随机范围的波动：{ $p }

## Counts without a rate
# $unit (String) week, month or day
stat-counts-title = { $unit ->
    [month] 各月
    [day] 各日
   *[other] 各周
}未采纳数
stat-counts-remark = 数量，无比率
# $periods (Number), $most (String) overrides
stat-counts-said = { $periods }个期间的未采纳数，单个期间最多{ $most }条。

## Reasons
stat-reasons-title = 原因
stat-reasons-remark = 次数，累计
# $count (Number) reasons, $coded and $total (String) overrides
stat-reasons-said = { $total }条未采纳（含修改）的原因，由多到少；其中{ $count }项占已编码{ $coded }条的大部分。
# $count (Number) reasons, $coded (String) overrides
stat-reasons-vital = 在已选原因的{ $coded }条未采纳（含修改）中，前{ $count ->
   *[other] { $count }
}项原因至少占80%。

## Who was right
stat-outcome-title = 何者正确
stat-outcome-none = 还没有已知的实际结果。为记录补充实际结果后，才能判断是否过度依赖或依赖不足。
# $figure (String)
stat-outcome-said = 实际结果已知的决策中的各项比例；系统错误为{ $figure }。
# $known (String) decisions
stat-outcome-remark = 已知实际结果{ $known }条
stat-outcome-aiWrong = 系统错误
stat-outcome-overReliance = 系统错误仍采纳
stat-outcome-underReliance = 系统正确未采纳
stat-outcome-precision = 未采纳时人员正确
stat-outcome-missing = 实际结果未知
stat-outcome-rair = 改为系统的正确答案
stat-outcome-rsr = 坚持自己的正确答案
# $net (String) better, worse or same, $count (String) cases
stat-net = { $net ->
    [better] 未采纳使结果由错变对的，比由对变错的多{ $count }件。
    [worse] 未采纳使结果由对变错的，比由错变对的多{ $count }件。
   *[same] 未采纳使结果变对与变错的件数相同。
}
# $least and $most (String) cases
stat-net-bounds = 无论未知结果如何，该差值在{ $least }至{ $most }之间。
# $p (String)
stat-net-p = 麦克尼马尔精确检验：{ $p }。

## Whether people look
stat-attention-title = 人员是否认真审查
stat-verdict-raised = 有异常
stat-verdict-not_raised = 无异常
stat-verdict-cannot_tell = 无法判断
stat-sign-volume-raised = 几乎全部采纳，可能未经审查即予采纳。
stat-sign-strong-raised = 未采纳率低于已知的系统出错率。
stat-sign-speed-raised = 许多决定快于审查所需时间。
stat-sign-seeded-raised = 多数已知错误样本被采纳。
stat-sign-rejection-raised = 几乎没有采纳系统输出。
stat-caught = 发现的已知错误样本
stat-under-two = 不足两秒
stat-ai-errors = 系统已知的错误
stat-median = 决定用时中位数
# $seconds (String)
stat-seconds = { $seconds }秒
stat-bound-upper = 未采纳率上限（单侧95%）
stat-bound-lower = 未采纳率下限（单侧95%）
stat-bound-ai = 系统错误率下限（单侧95%）

## Exposure
# $unit (String) week, month or day, $exposed (String) the unit of exposure
stat-exposure-chart = { $unit ->
    [month] 各月
    [day] 各日
   *[other] 各周
}每100{ $exposed }的未采纳数
# $unit (String)
stat-in-hundred = 每100{ $unit }
# $unit (String)
stat-exposure-title = 按运行量（{ $unit }）计的未采纳
# $count, $exposure and $unit (String)
stat-exposure-said = 运行{ $exposure }{ $unit }，未采纳（含修改）{ $count }条。
# $rate, $lower, $upper and $unit (String)
stat-exposure-rate = 即每100{ $unit }{ $rate }条，有95%的把握在{ $lower }至{ $upper }之间。

## Agreement
stat-concordance-title = 决定是否与系统输出相同
# $figure (String)
stat-concordance-said = 最终决定与系统输出相同的为{ $figure }。
stat-agreement-title = 看到系统输出之前判断是否一致
stat-agreement-said = 初步判断与系统输出相同的为{ $figure }。
stat-crossed = 系统输出与最终决定对照
stat-crossed-corner = 行：系统输出；列：人员
stat-alike = 结果相同
stat-kappa = 科恩kappa
# $kappa, $lower and $upper (String)
stat-kappa-value = { $kappa }（{ $lower }至{ $upper }）

## Like cases
stat-likeness-title = 同类事项的决定是否一致
stat-likeness-none = 还没有两条决策属于同类事项。
# $share and $keys (String)
stat-likeness-said = 同类事项的两条决策有{ $share }的可能不一致。共有{ $keys }类同类事项，差异最大的列在前面。
# $count, $of and $pairs (String)
stat-like-key = { $of }条中未采纳{ $count }条；{ $pairs }
stat-like-pair = 例如
# $share, $differing and $pairs (String)
stat-pairs = { $share }不一致（{ $pairs }对中{ $differing }对）
stat-pairs-all = 全部事项对
stat-pairs-same = 同一复核人的事项对
stat-pairs-cross = 两名复核人的事项对

## Reviewers
stat-reviewers-title = 复核人之间是否有差异
stat-reviewers-none = 暂无法比较复核人。
# $count (String) reviewers, $flagged (Number) reviewers
stat-reviewers-differ = { $count }名复核人的差异超出随机波动。{ $flagged ->
    [0] 考虑事项构成后，没有明显不同的。
   *[other] 考虑事项构成后，仍有{ $flagged }名明显不同；应查看事项，而非针对个人。
}
# $count (String) reviewers
stat-reviewers-alike = { $count }名复核人的差异没有超出随机波动。
# $count (Number) reviewers
stat-reviewers-hidden = { $count ->
   *[other] 有{ $count }名复核人的决策少于十条，不显示。
}
stat-chi = 卡方
# $chi, $df and $p (String)
stat-chi-value = { $chi }，自由度{ $df }，{ $p }
stat-phi = 离散系数
# $rounds (String)
stat-permutation = 置换检验（{ $rounds }次）
# $reviewer (String)
stat-ratio = { $reviewer }，实际与预期之比
# $ratio, $lower, $upper and $expected (String)
stat-ratio-value = { $ratio }（{ $lower }至{ $upper }），预期{ $expected }
