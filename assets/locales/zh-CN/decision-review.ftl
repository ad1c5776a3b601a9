# Second review: a sample of decisions judged again by people who do not see who decided.

place-decisionReviews = 抽样复核

## Samples
second-title = { $count ->
    [0] 还没有抽取样本
   *[other] 抽样复核：{ $count }个样本
}
second-lede = 由不知道原决定人的人员重新评判决策，包括已采纳的决策。只有这样才能发现当时无人察觉的错误。
second-empty-text = 请抽取样本：程序随机选取决策，并以两段不署名的文字逐一呈现。
second-column-days = 抽取期间
second-column-drawn = 抽取日期
second-column-judged = 已评判
second-column-mine = 本人已评判
second-column-says = 能够说明
# $judged and $cases (String)
second-progress = { $judged }/{ $cases }
second-complete = 已完成

## Drawing
second-draw = 抽取样本
second-confidence = 置信水平
second-confidence-hint = 错误较多时，有多大把握能够发现。
second-tolerable = 可容忍错误率
second-tolerable-hint = 比例越小，需要评判的事项越多。
# $share (String) such as 5 %
second-more-than = { $share }
# $level and $share (String)
second-plain = 如有超过{ $share }的决定错误，有{ $level }的把握能够发现。
# $accepted, $acceptedAll, $overridden, $overriddenAll and $cases (String) counts
second-sizes = 共需评判{ $cases }件：从{ $acceptedAll }条采纳的决策中抽取{ $accepted }条，从{ $overriddenAll }条未采纳（含修改）的决策中抽取{ $overridden }条。
second-counting = 正在统计决策……
second-same = 重复先前的抽取
second-seed = 随机种子
second-seed-hint = 填写先前样本的种子，即抽取相同的决策；留空则使用新的种子。
second-draw-now = 抽取
second-drawn = 样本已抽取。

## A sample
# $system (String) its name
second-page-title = { $system }：抽样复核
# $from and $to (String) formatted days
second-page-lede = { $from }至{ $to }的决策。
second-next = 评判下一件
second-cases = 事项
second-cases-open = 仅看未评判的事项
# $number (String) from 1
second-case = 第{ $number }件
second-open = 未评判
second-given = 已评判
# $left (Number) cases, $cases (String)
second-left = 共{ $cases }件，还有{ $left }件未评判。
second-hidden = 全部评判完成之前不显示结果，以免评判人员受他人意见影响。
second-mine-all = 您已评判全部事项。由另一人再次评判，可以看出两人是否一致。
second-only-read = 您的角色只能查看。评判由复核人、评估人或批准人进行。
second-about = 样本情况
second-size-accepted = 采纳（抽取数/总数）
second-size-overridden = 未采纳（抽取数/总数）
second-by = 抽取人
# $person and $at (String)
second-by-whom = { $person }，{ $at }
second-verdict-ai_right = 系统正确
second-verdict-person_right = 人员正确
second-verdict-both_right = 均正确
second-verdict-both_wrong = 均错误
second-verdict-cannot_tell = 无法判断

## Figures
second-figures = 复核结果
# $cases and $undecided (String)
second-figures-said = { $cases }件均已评判，其中{ $undecided }件无法判断何者正确。
second-figures-remark = { $level }区间
second-missedErrors = 系统错误仍采纳
second-missedErrors-how = 已评判的采纳事项中所占比例及威尔逊区间。
second-missedErrors-know = 即当时无人察觉的错误。样本只说明有多少，不说明其余是哪些。
second-precision = 未采纳时人员正确
second-precision-how = 已评判的未采纳事项中，人员正确且系统错误的比例及威尔逊区间。
second-precision-know = 双方均正确或均错误的，不计入。
second-needless = 系统正确未采纳
second-needless-how = 已评判的未采纳事项中，系统输出正确的比例及威尔逊区间。
second-needless-know = 未必都是失误：人员的决定也可能同样正确。
second-overReliance = 过度依赖（估计）
second-overReliance-how = 系统的错误输出中被采纳的比例，对全部决策的估计：以各类样本的比例推算该类全部决策。
second-overReliance-know = 区间对两类同时成立；发现的错误较少时，区间较宽。
second-underReliance = 依赖不足（估计）
second-underReliance-how = 系统的正确输出中未被采纳的比例，以同样方法估计。
second-underReliance-know = 区间对两类同时成立。
# $n (String) cases
second-of-cases = 依据{ $n }件
second-agreement = 两人评判一致
second-agreement-how = 由两人评判的事项中意见相同的比例；kappa、PABAK和AC1扣除了偶然一致的部分。
second-agreement-know = 某一意见过于常见时kappa偏低，请同时参考PABAK和AC1。
second-agreement-none = 没有由两人评判的事项，无法判断评判是否一致。请由另一人评判相同的事项。
# $kappa, $pabak and $ac1 (String)
second-agreement-values = kappa { $kappa }，PABAK { $pabak }，AC1 { $ac1 }
second-none = 无法判断
second-none-know = 没有评判此类事项，因此没有数值；这不等于0%。

## One case
# $number and $cases (String)
second-case-title = 第{ $number }件，共{ $cases }件
second-case-lede = 请就事项本身判断何者正确。不显示文字出自何方，排列顺序随机。
second-case-one-lede = 请就事项本身判断是否正确。
second-text = 决定
# $number (String) 1 or 2
second-text-number = 文字{ $number }
second-text-empty = 没有文字
second-which = 何者正确？
second-whether = 是否正确？
second-say-first = 文字1
second-say-second = 文字2
second-say-both = 均正确
second-say-neither = 均错误
second-say-cannot_tell = 无法判断
second-say-right = 正确
second-say-wrong = 错误
second-note = 理由
second-which-missing = 请选择评判意见
second-note-unsaved = 理由须与评判意见一并保存。请选择意见后保存，或清空理由后再继续。
second-again = 您已评判过此事项，新的意见将取代原意见。
second-save = 保存并继续
second-later = 下一未评判事项
second-back = 全部事项
second-saved-last = 您已评判全部事项。

## In the analysis
second-section = 抽样复核
# $from and $to (String) days
second-section-of = { $from }至{ $to }的样本。
second-section-open = 查看样本
second-invite = 此期间没有已完成的抽样复核。抽取部分决策，隐去姓名后重新评判，可以发现当时无人察觉的错误，并判断未采纳是否正确。
second-invite-link = 抽取样本
second-list-link = 全部样本
