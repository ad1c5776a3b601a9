# Signs in the decision records, and what follows from them.

## Each sign as the name of what was seen
sign-volume = 几乎全部采纳
sign-strong = 未采纳率低于系统出错率
sign-speed = 决定快于审查所需时间
sign-seeded = 多数已知错误样本未被发现
sign-rejection = 几乎全部未采纳
sign-chart = 某一期间的未采纳率异常
sign-likeness = 同类事项的决定不一致
sign-reviewers = 复核人之间的差异超出随机波动

## Following a sign
# $count (Number) signs
follow-title = { $count ->
   *[other] { $count }个待跟进的异常信号
}
follow = 跟进
# $unit (String) hours, kilometres or cases
follow-exposure = 按运行量（{ $unit }）计，某一期间的未采纳数异常。
# $share and $pairs (String)
follow-likeness = 同类事项的两条决策有{ $share }的可能不一致（比较了{ $pairs }对）。
follow-reviewers = 复核人之间的差异超出随机波动。
follow-what = 跟进方式
follow-as-finding = 审计发现
follow-as-action = 整改事项
follow-as-supplier = 向供应商提问
follow-hint-finding = 记入该系统正在进行的审计；没有进行中的审计时，自动开始一次。
follow-hint-action = 列入整改事项，注明此信号，直至完成。
follow-hint-supplier = 列入整改事项，直至供应商答复。
follow-found = 发现内容
follow-asked = 提问内容
follow-title-missing = 请填写发现内容
# $sign (String) a sentence
follow-action-title = 查明原因：{ $sign }
follow-supplier-title = 请供应商说明原因：{ $sign }
follow-severity = 严重程度
follow-no-question = 无
follow-save-finding = 登记审计发现
follow-save-action = 添加整改事项
follow-save-supplier = 添加提问
follow-is-finding = 审计发现：
follow-is-action = 整改事项：
follow-is-supplier = 已向供应商提问：
follow-made-finding = 审计发现已登记。
follow-made-action = 整改事项已添加。
follow-made-supplier = 提问已添加。
follow-made-open = 查看

## Findings
# $count (Number) findings
finding-title = { $count ->
   *[other] 由异常信号得出的审计发现：{ $count }项
}
finding-analysis = 决策记录分析
finding-column-found = 发现内容
finding-column-from = 异常信号
finding-column-severity = 严重程度
finding-column-state = 状态
finding-column-recorded = 登记日期

## Beside a question of an assessment
beside-title = 决策记录显示
beside-records = 记录数
beside-missed = 系统错误仍采纳（抽样复核）
# $rate and $range (String)
beside-rate = { $rate }（{ $range }）
beside-few = { $rate }，但数量很少（{ $range }）
beside-cannot-tell = 无法判断
beside-no-total = 无法判断：只登记了未采纳的情况
beside-no-signs = 没有待跟进的异常信号。
beside-analysis = 查看分析
