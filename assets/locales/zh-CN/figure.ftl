# Figures of decision records: how each is made, what to know about it, and charts.

## Charts
chart-export = 保存
chart-export-title = 保存图表
# $path (String) of the file
chart-exported = 已写入{ $path }。
chart-show-table = 显示表格
chart-show-picture = 显示图形
# $title (String) of the chart
chart-points = “{ $title }”的各项数值
chart-hint = 方向键逐项查看，Enter打开对应记录。

## How a figure is made, one message a method
figure-method-wilson = 比例及威尔逊区间，记录较少时同样适用。
figure-method-volumes = 以填报的期间总量为分母的比例及威尔逊区间。
figure-method-p_chart = 比率控制图：控制限为三倍标准差，随决策数量变化。
figure-method-p_prime_chart = 莱尼法比率控制图：控制限考虑了超出随机范围的波动。
figure-method-u_chart = 按运行量计的事件控制图：控制限为三倍标准差。
figure-method-u_prime_chart = 莱尼法按运行量计的事件控制图：控制限考虑了超出随机范围的波动。
figure-method-exact_poisson = 单位运行量的事件数及泊松精确区间。
figure-method-kappa = 科恩kappa扣除偶然一致的部分，与一致比例、PABAK和AC1并列。
figure-method-pareto = 原因按出现次数排列，“其他”和未填写的排在最后。
figure-method-outcome_bounds = 只计入实际结果已知的决策；上下界表示全部决策的数值可能所在的范围。
figure-method-mc_nemar = 对人与系统只有一方正确的事项作麦克尼马尔精确检验。
figure-method-reliance = 从初步判断到最终决定：谁改成了正确答案，谁坚持了正确答案。
figure-method-volume_signal = 依据：未采纳率的精确上限与怀疑未经审查的界值相比。
figure-method-strong_signal = 依据：未采纳是否少于系统已知的错误。
figure-method-speed_signal = 依据：作出决定所用的时间。
figure-method-seeded_signal = 依据：已知错误样本被发现的数量。
figure-method-rejection_signal = 依据：未采纳率的精确下限是否接近全部。
figure-method-pairs = 将同类事项的决策两两比较，不一致的比例即任取两条决策不一致的可能性。
figure-method-chi_square = 用卡方检验判断各复核人的未采纳率差异是否超出随机波动。
figure-method-permutation = 因数量较少，用置换检验判断各复核人的差异是否超出随机波动。
figure-method-standardised = 未采纳数与相同事项构成下的预期数相比。

## What to know about a figure, one message a caveat
figure-caveat-no_data = 没有可计数的记录。
figure-caveat-few = 记录少于20条，数量比比率更能说明情况。
figure-caveat-only_overrides = 只登记了未采纳的情况，又没有期间总量，因此没有比率。
figure-caveat-from_volumes = 分母为填报的总量，不是逐条记录。
figure-caveat-volumes_differ = 填报的总量与已登记的记录不一致。
figure-caveat-volumes_too_coarse = 有的总量跨越图中多个期间，未计入图中。
figure-caveat-volumes_not_split = 填报的总量不能说明所选的记录。
figure-caveat-clustered = 同一复核人的决策彼此相似，区间可能偏窄；更宽的区间见精确数值。
figure-caveat-modified_counts = 修改后采纳计为未采纳。
figure-caveat-modified_does_not_count = 修改后采纳不计为未采纳。
figure-caveat-seeded_included = 记录中包含已知错误样本。
figure-caveat-no_direction = 部分未采纳没有方向。
figure-caveat-provisional = 控制限为暂定值：基准期少于20个期间。
figure-caveat-new_baseline = 模型版本变更后重新建立基准期。
figure-caveat-small_counts = 各期间预期的未采纳数较少，控制限按精确分布计算。
figure-caveat-overdispersed = 各期间的波动超出随机范围，控制限已相应放宽。
figure-caveat-nothing_overridden = 基准期内没有未采纳，因此没有控制限。
figure-caveat-everything_overridden = 基准期内全部未采纳，因此没有控制限。
figure-caveat-low_side = 比率偏低或下降同样是异常信号。
figure-caveat-concordance = 人员已看到系统输出，因此这是相符程度，不是独立判断的一致程度。
figure-caveat-not_estimable = 只有一种结果，无法区分一致与偶然。
figure-caveat-prevalence = 某一结果过于常见，虽高度一致，kappa仍偏低。
figure-caveat-too_many_labels = 不同结果过多，无法列表。
figure-caveat-thinned = 部分记录的文字已删除。
figure-caveat-poorly_coded = 超过十分之一的未采纳未选原因或选“其他”。
figure-caveat-same_text = 超过一半的说明文字相同。
figure-caveat-outcomes_missing = 部分实际结果未知。
figure-caveat-selective = 决定本身影响哪些结果会被知晓，因此只给出上下界，不给出数值。
figure-caveat-no_discordant = 未采纳的事项中，没有一件是人员与系统仅一方正确的。
figure-caveat-not_proof = 这不是证明：非常准确的系统也会如此。
figure-caveat-cannot_tell = 记录太少，无法判断。
figure-caveat-no_times = 没有登记用时。
figure-caveat-no_minimum = 未声明审查所需的最短时间。
figure-caveat-not_seeded = 没有混入已知错误样本。
figure-caveat-no_category = 事项没有类别，只能按系统输出判断是否同类。
figure-caveat-reviewer_unstated = 部分记录没有复核人。
figure-caveat-nothing_to_compare = 复核人不足两名，或没有差异可比。
figure-caveat-small_expected = 复核人的预期未采纳数较少，以置换检验为准。
figure-caveat-reviewers_hidden = 决策少于十条的复核人不显示。
figure-caveat-no_ranking = 不对复核人排名。
figure-caveat-corrected = P值已按复核人数量校正。

## What may be true of a record, one message a mark
mark-stricter = 比系统更严
mark-more_lenient = 比系统更宽
mark-no_direction = 没有方向
mark-labelled = 有系统输出和最终决定
mark-final_as_ai = 按系统输出决定
mark-outcome_known = 实际结果已知
mark-outcome_unknown = 实际结果未知
mark-ai_right = 系统正确
mark-ai_wrong = 系统错误
mark-person_right = 人员正确
mark-first_known = 有初步判断
mark-first_as_ai = 初步判断与系统一致
mark-first_right = 初步判断正确
mark-first_wrong = 初步判断错误
mark-timed = 已登记用时
mark-under_two_seconds = 不足两秒
mark-seeded = 已知错误样本
mark-not_seeded = 非已知错误样本
mark-entered_late = 补录
log-further = 其他筛选
log-take-away = 去掉此筛选
