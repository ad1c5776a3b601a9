# Samples of audits.

sample-section = 审计样本
sample-lede = 随机抽取项目逐一核查，据此说明全部项目中可能有多少存在偏差。
sample-draw = 抽取样本
sample-draw-now = 抽取
sample-drawn = 样本已抽取。
# $count (Number) lines
sample-drawn-repeated = { $count ->
   *[other] 样本已抽取。文件中有{ $count }行重复，未重复计数。
}
sample-empty = 还没有样本
sample-empty-text = 可从决策记录、清单或编号的事项中抽取。
sample-attribute = 核查内容
sample-attribute-hint = 填写逐个项目核查的一点，例如“经人员签字”。
sample-from = 抽取范围
sample-kind-decisions = 决策记录
sample-kind-named = 编号的事项
sample-kind-imported = 文件中的清单
sample-kind-open = 此后发生的事项
sample-file = 选择文件
sample-column = 项目名称所在的列
sample-name = 项目是什么
sample-count = 共有多少
sample-tolerable = 可容忍偏差率
sample-tolerable-hint = 偏差达到这一比例时必须能够发现。
sample-level = 置信水平
sample-more = 更多：预计偏差数、重复抽取同一样本
sample-expected = 预计偏差数
sample-expected-hint = 出现不超过此数的偏差时结论仍成立；数值越大，样本越大。
sample-source = 样本量和区间按精确超几何分布计算，与美国注册会计师协会《审计抽样》指南一致；抽取的是种子与项目的SHA-256值最小的项目。无法取得的项目按偏差计（国际审计准则第530号）。
# $size (Number), $all (String)
sample-size = { $size ->
   *[other] { $all }个中抽取{ $size }个
}
# $size (Number)
sample-size-open = { $size ->
   *[other] 此后的{ $size }个
}
sample-size-wait = 选择完毕后显示样本量。
# $population and $plan (String)
sample-about = { $population }。{ $plan }
# $level and $share (String)
sample-plan = 如无偏差，则以{ $level }的置信水平认为全部项目的偏差率低于{ $share }。
# $count (Number), $from and $to (String)
sample-from-decisions = { $from }至{ $to }的决策记录，共{ $count }条
# $count (Number), $name (String)
sample-from-named = { $name }（{ $count }个）
# $count (Number), $file and $column (String)
sample-from-imported = { $file }“{ $column }”列，共{ $count }个
# $name (String)
sample-from-open = 此后发生的{ $name }
sample-looked = 已核查
sample-says = 关于可容忍偏差率的结论
sample-good = 已排除{ $share }
sample-bad = 未排除{ $share }
sample-rate-open = 未定
sample-open = 未核查
sample-drawn-on = 抽取日期
# $left (Number), $all (String)
sample-left = { $left ->
   *[other] { $all }个项目中还有{ $left }个未核查。
}
sample-items = 项目
# $number and $of (String)
sample-item = 第{ $number }个，共{ $of }个
# $item (String) 编号或名称
sample-item-named = 项目{ $item }
sample-record = 打开记录
sample-result = 核查结果
sample-result-conforms = 符合
sample-result-deviates = 存在偏差
sample-result-not_available = 无法取得
sample-result-missing = 请选择核查结果。
sample-note = 所见情况
sample-note-missing = 请说明所见情况。
sample-keys = 按键：1为符合并转到下一个，2为存在偏差，3为无法取得，J、K前后移动。
sample-save = 保存并继续
sample-before = 上一个
sample-after = 下一个
sample-of = 人工智能系统
# $deviating (Number), $of and $rate (String)
sample-found = { $deviating ->
    [0] { $of }个项目均无偏差。
   *[other] { $of }个项目中有{ $deviating }个存在偏差（{ $rate }）。
}
# $level, $fewest, $most, $all, $from, $to (String)
sample-all = 据此，全部{ $all }个项目中有{ $fewest }至{ $most }个存在偏差（{ $from }至{ $to }），置信水平{ $level }。
# $level, $from, $to (String)
sample-all-open = 据此，全部项目的偏差率在{ $from }至{ $to }之间，置信水平{ $level }。
# $share, $level, $upper (String)
sample-excluded = 可以排除{ $share }的偏差率：最多{ $upper }，置信水平{ $level }。
sample-not-excluded = 不能排除{ $share }的偏差率：可能达到{ $upper }，置信水平{ $level }。
# $count (Number)
sample-missing = { $count ->
   *[other] { $count }个项目无法取得，按偏差计。
}
