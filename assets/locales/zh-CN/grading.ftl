# 分级方法，或 `method grade`、`method clause-level` 的输入为何不被接受：每个代码一条，`refusal-` 加代码。
#
# $place (String) 位置：JSON 中的路径，如 /risks/3.1.1e/L，或行号和列号
# $value (String) 有问题的值、编号或长度

refusal-not-json = { $place }：这不是JSON。请检查该处的括号、逗号和引号。
refusal-not-object = { $place }：此处应为花括号括起的对象，而不是{ $value }。
refusal-not-list = { $place }：此处应为方括号括起的列表，而不是{ $value }。
refusal-not-integer = { $place }：此处应为整数，而不是{ $value }。
refusal-not-boolean = { $place }：此处应为true或false，而不是{ $value }。
refusal-not-text = { $place }：此处应为引号括起的文本，而不是{ $value }。
refusal-missing = { $place }：此项缺失或为空。请补上。
refusal-duplicate-key = { $place }：键{ $value }在此处出现了两次。请删去一个。
refusal-unknown-key = { $place }：键{ $value }在此处没有意义。请更正或删去。
refusal-unknown-risk = { $place }：框架中没有风险{ $value }。请更正编号。
refusal-unknown-control = { $place }：方法中没有措施或条款{ $value }。请更正编号。
refusal-unknown-question = { $place }：{ $value }不是此处允许的问题。请更正编号。
refusal-unknown-word = { $place }：{ $value }不是此处允许的词。请更正。
refusal-out-of-range = { $place }：{ $value }超出允许的范围。请更正。
refusal-negative = { $place }：{ $value }小于零，只有应用等级的调整值可以为负。请更正。
refusal-wrong-length = { $place }：此列表的项数不对（{ $value }）。请更正。
refusal-repeated = { $place }：{ $value }列出了两次。请删去一个。
refusal-not-version = { $place }：{ $value }不是1.2.3形式的版本号。请更正。
refusal-falls = { $place }：{ $value }低于前一项，情况更差反而等级更好。请调高。
refusal-low-tier-cap-lower = { $place }：低应用等级的上限低于其他等级的上限。请调高。
refusal-band-too-narrow = { $place }：{ $value }与前一个分界相距不超过100分。请上移。
refusal-decay-above-half = { $place }：取{ $value }时衰减大于二分之一。请调低。
