# Decision records: noting one, the log, a record, volumes, reasons.

## Places
place-decisions = 记录
place-decisionVolumes = 期间总量
place-decisionReasons = 原因

## Noting a decision
entry-title = 登记决策
entry-lede = 在作出决定时记下系统输出、最终决定和原因。
entry-correct-title = 更正记录
entry-correct-lede = 记录本身不作改动：更正时新建一条记录替代原记录，二者均保留在更正链中。
entry-disposition = 对系统输出的处理
entry-reason = 原因
entry-final-same = 与系统输出不同时填写
entry-more = 更多内容
entry-now = 不填即为当前时间
entry-more-hint = 以下各项均可不填。复核人只保存代号，不保存姓名。
entry-seconds = 决定用时（秒）
entry-confidence-range = 0至1
entry-harmIfFollowed = 按系统输出办理可能造成的危害
entry-harmIfWrong = 人员判断有误可能造成的危害
entry-harm-none = 0，无危害
entry-harm-worst = 4，最严重
entry-seeded-hint = 系统输出为有意混入的错误结果，用于检验能否被发现。
entry-outcome-title = 事后证实的情况
entry-outcome-hint = 请使用与系统输出、最终决定相同的用词，以便比较。
entry-discard = 放弃
entry-save = 登记
entry-save-correction = 登记更正
entry-saved = 决策已登记。
entry-saved-late = 决策已登记，并标为补录。
entry-corrected = 更正已登记。
entry-no-system = 还没有人工智能系统，请先添加。
entry-disposition-missing = 请选择对系统输出的处理
entry-system-missing = 请选择人工智能系统
entry-reason-missing = 请选择原因
entry-reasonText-missing = 请用文字说明原因
entry-aiOutput-missing = 请填写所采纳的系统输出
entry-humanFinal-missing = 请填写最终决定
entry-outcome-missing = 请填写实际结果
entry-seconds-wrong = 请填写秒数，如41
entry-aiConfidence-wrong = 请填写0至1之间的数，如0.85

## Log
# $count (Number) and $shown (String) records
log-title = { $count ->
    [0] 决策记录
   *[other] 共{ $shown }条决策记录
}
log-lede = 按时间由新到旧排列。更正后的记录替代原记录，二者均保留在更正链中。
log-record = 该条决策记录
log-read-only = 当前角色只能查阅。决策由操作人和评估人登记。
log-empty = 还没有决策记录
log-empty-text = 在任何界面按Ctrl D即可登记一条决策：系统输出了什么，作出了什么决定，原因是什么。如只登记未采纳的情况，请同时填写各期间的总量，以便计算比率。
log-empty-volumes = 填写期间总量
log-none = 没有符合条件的记录
log-none-text = 没有同时符合各项筛选条件的记录。
log-clear = 清除筛选
log-filter = 筛选记录
log-more-filters = 更多筛选
log-from = 起始日期
log-until = 至
log-to = 截止日期
log-case = 事项编号
log-any-system = 全部系统
log-any-disposition = 全部处理方式
log-any-reason = 全部原因
log-any-point = 全部决策环节
log-any-version = 全部版本
log-no-point = 未填写决策环节
log-no-version = 未填写版本
log-overrides = 未采纳（含修改）
log-marks = 标记
log-mark-corrected = 已更正
log-mark-late = 补录
log-mark-seeded = 已知错误样本
# $parts (String) the counts of the dispositions in words
log-counts = { $parts }。
# $shown (String) records
log-count-accepted = 采纳{ $shown }条
log-count-modified = 修改后采纳{ $shown }条
log-count-overridden = 未采纳{ $shown }条
log-count-deferred = 暂缓{ $shown }条
log-count-no_ai_output = 无系统输出{ $shown }条
# $count (Number) overrides
log-uncoded = { $count ->
   *[other] 有{ $count }条未采纳（含修改）未选择原因。
}
log-reasons = 最常见的原因：
# $reason (String) its name, $count (String) records
log-reason = { $reason }（{ $count }）
# $count (Number) reasons
log-reasons-more = { $count ->
   *[other] 另有{ $count }项
}

## Record
# $case (String) its number, $disposition (String) in words
record-title-case = 事项{ $case }：{ $disposition }
record-title = { $disposition }
# $system (String) its name, $at (String) formatted time
record-lede = { $system }，决定时间：{ $at }
record-correct = 更正
record-add-outcome = 补充实际结果
record-outcome-added = 实际结果已登记。
record-superseded = 本记录已被后来的记录替代。
record-current = 查看现行记录
record-thinned = 本记录的文字内容和复核人已永久删除。
record-group-decision = 决定
record-group-case = 事项
record-group-review = 判断过程
record-group-harm = 危害
record-evidence-added = 证据已补充。
# $count (Number) records
record-chain = { $count ->
    [1] 登记一次，未作更正
   *[other] 更正链，共{ $count }条记录
}
# $person (String) and $at (String) formatted time
record-step = { $person }，{ $at }
record-unknown = 已无法识别的人员
# $field, $before and $after (String)
record-changed = { $field }：由“{ $before }”改为“{ $after }”
# $field and $after (String)
record-added = { $field }：补充“{ $after }”

## Volumes
volume-title = 期间总量
volume-lede = 一个期间内系统输出的数量及其去向，或系统的运行量。只登记未采纳情况时，有了期间总量才能计算比率。
volume-add = 填写期间总量
volume-change = 替换期间总量
volume-saved = 期间总量已登记。
volume-empty = 还没有期间总量
volume-empty-text = 逐条登记全部决策的，无须填写。只登记未采纳情况的，在填写或导入期间总量之前，只显示数量，不给出比率。
# $count (Number) volumes
volume-count = { $count ->
   *[other] 共{ $count }条
}
volume-unknown = 空白表示未知，不表示没有。
volume-period = 期间
volume-span = 期间长度
volume-day = 日期
volume-day-within = 期间内的任意一天
# $from and $to (String) formatted days
volume-covers = { $from }至{ $to }。
volume-totals = 总量
volume-totals-hint = 不清楚的留空。每条系统输出只计一次。
volume-issued = 系统输出
volume-accepted = 采纳
volume-modified = 修改后采纳
volume-overridden = 未采纳
volume-automatic = 自动执行
volume-notReviewed = 未经复核
volume-exposure = 运行量
volume-unit = 单位
# $amount and $unit (String)
volume-exposure-shown = { $amount }{ $unit }
volume-all-points = 全部环节
volume-total-wrong = 请填写整数
volume-amount-wrong = 请填写数字，如168或12345.6

## Reasons
reason-title = 原因
reason-lede = 修改或未采纳系统输出的原因。除通用原因外，每个系统可以有自己的原因。
reason-when = 何时选用
# $system (String) its name
reason-own = { $system }自有原因
# $system (String) its name
reason-add-title = 为{ $system }添加原因
reason-add-lede = 添加后即可选用，名称不再更改，以保证原有记录的含义不变。
reason-add = 添加原因
# $name (String) of the reason
reason-added = 已可选用原因“{ $name }”。
reason-en = 英文名称
reason-zh = 中文名称
reason-en-missing = 请填写英文名称
reason-zh-missing = 请填写中文名称
