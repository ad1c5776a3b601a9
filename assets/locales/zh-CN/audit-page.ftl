# 窗口中的审计界面：列表、检查表、检查计划、问题包、对比。

place-audits = 审计
place-findings = 审计发现
place-auditProgramme = 检查计划
place-auditPacks = 问题包

# 列表
audits-title = 审计
audits-lede = 按6.3（b）的问题对人工智能系统进行的定期检查。
audits-due = 到期
audits-open = 已安排与进行中
# $count (Number) 已关闭的审计
audits-closed = 已关闭（{ $count }）
audits-begin = 开始审计
audits-begin-of = 选择人工智能系统
audits-newer = 较新
audits-older = 较早
audits-empty = 尚无审计
audits-empty-text = 请制定检查计划，或开始审计一个人工智能系统。
audit-column-system = 人工智能系统
audit-column-due = 到期日
audit-column-closed = 关闭日期
audit-column-fails = 不符合
audit-column-results = 结果

# 审计的起点
# $system (String) 名称
audit-new-title = 开始审计：{ $system }
audit-new-lede = 选择本次审计的范围。检查表承接上一次审计。
audit-new-waiting = 该人工智能系统已有进行中的审计。
audit-from = 回顾期间自
audit-to = 回顾期间至
audit-scope = 范围
# $count (Number) 问题数
audit-questions = { $count }个问题
audit-pack-questions = 问题包，{ $count }个问题
# $count (Number) 仍然成立的结果数
audit-carry = 沿用{ $count }项仍然成立的符合结果
# $day (String) 上一次审计的到期日；$most (Number) 连续次数
audit-carry-hint = 来自{ $day }到期的审计。每项结果最多连续沿用{ $most }次（本项目的规则），始终带有标记，且仅在问题、证据与系统版本均未变化时沿用。
# $count (Number) 已选数量
audit-single = { $count ->
    [0] 另选单个问题
   *[other] 另选单个问题：已选{ $count }个
}
audit-single-search = 按文字或编号查找
audit-single-none = 没有符合的问题。
audit-start = 开始，共{ $count }个问题

# 检查表
audit-title = 审计
# $system (String) 名称；$state (String) 状态
audit-title-of = { $system }的审计：{ $state }
# $from、$to、$due (String) 日期
audit-lede = 回顾期间为{ $from }至{ $to }，到期日为{ $due }。
audit-checklist = 检查表
audit-no-items = 尚无检查表
audit-no-items-text = 该审计由一项审计发现引起。请选择范围以生成检查表。
audit-item-open = 未完成
# $place、$count (String) 数字；$question (String) 标识
audit-item-of = 第{ $place }题，共{ $count }题（{ $question }）
audit-critical = 关键问题
audit-removed = 该问题已不在框架或问题包中。其结果予以保留，下一次审计不再提出。
audit-procedure-good = 怎样算符合
audit-procedure-how = 测试方法
audit-procedure-take = 应收集
audit-result = 结果
audit-reason = 不适用的理由
audit-observation = 所见情况
audit-previous = 上一题
audit-next = 下一题
audit-reopened-failing = 重新打开：上次未符合
audit-reopened-not_judged = 重新打开：上次未作判定
audit-reopened-question_changed = 重新打开：问题已变更
audit-reopened-system_changed = 重新打开：系统版本已变更
audit-reopened-evidence_changed = 重新打开：证据已变更
audit-reopened-carried_often = 重新打开：沿用次数已满
audit-reopened-not_carried = 重新打开：未沿用结果
audit-close = 关闭审计
audit-close-title = 关闭本次审计？
# $count (Number) 尚无结果的问题数
audit-close-open = 仍有{ $count }项未完成，关闭后不再作答。
audit-close-text = 关闭后不可更改。本次审计计入到期的系统审计，结果作为建议供下一次评估的条款（b）采用。
audit-conclusion = 结论
audit-closed-done = 审计已关闭。

# 对比与趋势
audit-compare = 对比与趋势
# $system (String) 名称
compare-title = { $system }的审计对比
# $now、$before (String) 日期
compare-lede = { $now }到期的审计与{ $before }到期的审计对照。
compare-first = 这是该系统的首次审计。
compare-with = 对比的审计（到期日）
compare-question = 问题
compare-change = 变化
compare-before = 之前
compare-now = 本次
# $change (String) 变化；$count (Number) 问题数
compare-count = { $change }：{ $count }
trend-title = 各维度趋势
trend-hint = 已判定问题中符合的比例，按关闭的审计排列。
# $conforms、$judged (Number) 问题数
trend-of = （{ $conforms }/{ $judged }）

# 检查计划
programme-title = 检查计划
programme-lede = 检查内容与间隔。漏检始终可见。
programme-due = 30天内到期或已逾期
# $count (Number) 检查数
programme-missed = 漏检（{ $count }）
programme-missed-hint = 在下一次到期前未完成。由计划与记录得出，无法删除。
programme-plans = 各项计划
programme-empty = 尚无计划
programme-empty-text = 请为单个或一组人工智能系统安排各类定期检查。
plan-add = 安排检查
plan-change = 变更计划
plan-change-hint = 变更自明日起生效，此前到期的检查保持不变。
plan-kind = 检查种类
plan-name = 计划名称
plan-name-hint = 例如某组系统的名称
plan-systems = 人工智能系统
plan-search = 按名称查找
# $found and $chosen (Number) AI systems
plan-found = 显示{ $found }个，已选{ $chosen }个
plan-every = 检查间隔
plan-unit = 单位
plan-unit-months = 个月
plan-unit-weeks = 周
plan-first = 首次到期日
plan-next = 下次到期日
plan-first-missing = 请填写首次到期日。
# $tier (Number) 应用等级
plan-proposed = 按应用等级{ $tier }级建议：本项目的表，可修改。
plan-proposed-none = 尚无评估给出应用等级；按最低等级建议：本项目的表，可修改。
plan-saved = 计划已保存。
plan-except = 跳过下一次或改期
# $day (String) 到期日
plan-except-title = 将{ $day }到期的检查跳过或改期
plan-moved-to = 移至
plan-moved-hint = 留空则跳过。
plan-reason = 理由
plan-pause = 暂停
plan-resume = 恢复
# $day (String) 下次到期日
plan-next-on = 下次{ $day }
# $count (Number) 检查数
plan-missed = 漏检{ $count }次
cadence-monthly = 每月一次
cadence-quarterly = 每季度一次
cadence-half-yearly = 每半年一次
cadence-yearly = 每年一次
# $every (Number) 月数或周数
cadence-every-months = 每{ $every }个月一次
cadence-every-weeks = 每{ $every }周一次
check-record = 登记检查
check-on = 完成日期
check-note = 备注
check-result-passed = 通过
check-result-partly = 部分通过
check-result-failed = 未通过
check-result-missing = 请选择结果。
check-recorded = 检查已登记。

# 问题包
packs-title = 问题包
packs-lede = 在条款（b）之外提出的本单位问题，中英文齐全，取自TOML或XLSX。
packs-empty = 尚无问题包
packs-empty-text = 表格须有编号、维度、问题（英文）、问题（中文）各列；可另加良好状态、测试方法、取证内容、条款和是否关键。
pack-read = 读取问题包
pack-file = 文件内容
pack-table-hint = 表格只含问题。请为问题包填写标识和中英文名称。
pack-id = 标识
pack-name-en = 英文名称
pack-name-zh = 中文名称
# $count (Number) 错误数
pack-problems = 有{ $count }处错误；更正文件之前不会保存。
# $line (Number) 行；$field (String) 键或列
pack-problem = 第{ $line }行，{ $field }：
# $count (Number) 问题数
pack-good = { $count }个问题，没有错误。
pack-replaces = 将替换同一标识的问题包；审计保留当时的措辞。
pack-keep = 保存该问题包
pack-kept = 问题包已保存。
# $day (String) 读入日期
pack-read-on = { $day }读入
pack-withdrawn = 已撤下
pack-withdraw = 撤下
pack-offer = 重新启用

# 总览
# $kind (String) 检查种类；$system (String) 名称
overview-check = { $kind }：{ $system }
overview-check-text = 按检查计划到期。
overview-check-open = 打开
# $count (Number) 漏检数
overview-missed = 有{ $count }次定期检查漏检
# $count (Number) the least number
overview-missed-many = 有{ $count }次以上定期检查漏检
overview-missed-text = 漏检始终留有记录，检查计划逐项列出。
