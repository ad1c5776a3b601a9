# Importing decision records and volumes.

imports-button = 导入
imports-title = 导入决策记录
# $file (String) its name
imports-title-file = 导入{ $file }
imports-lede = 从其他程序的CSV、XLSX或JSON Lines文件导入逐条记录或期间总量，全部导入或全不导入。
# $format (String) its kind, $size (String) length, $columns (Number) columns
imports-file = { $format ->
    [spreadsheet] 电子表格
    [json_lines] JSON Lines
   *[other] 分隔文本
}，{ $size }，{ $columns ->
   *[other] { $columns }列
}。确认之前不作任何改动。
imports-system = 所属人工智能系统
imports-drop = 将CSV、XLSX或JSON Lines文件拖到此处
imports-drop-hint = 自动识别编码和分隔符。确认之前不作任何改动。

## Imports that were made
# $count (Number) imports
imports-made = { $count ->
    [0] 还没有导入
   *[other] 共导入{ $count }次
}
imports-column-file = 文件
imports-column-mapping = 对应关系
imports-column-count = 数量
imports-column-person = 导入人
imports-column-when = 时间
imports-column-state = 撤回
imports-unit-decisions = 条记录
imports-unit-volumes = 条期间总量
# $at (String) formatted time
imports-undone = 已于{ $at }撤回
imports-undo = 撤回
# $file (String) its name
imports-undo-title = 撤回{ $file }的导入
# $count (Number) records, $shown (String) the same
imports-undo-text = { $count ->
   *[other] 该次导入的{ $shown }行将从记录和各项统计中移除。
}变更历史保留导入和撤回的记载。

## How the file is read
# $how (String) what was recognised
imports-read-as = 读取方式：{ $how }
imports-content = 内容
imports-content-decisions = 逐条决策
imports-content-volumes = 期间总量
imports-sheet = 工作表
imports-encoding = 编码
imports-delimiter = 分隔符
imports-delimiter-comma = 逗号（,）
imports-delimiter-semicolon = 分号（;）
imports-delimiter-tab = 制表符
imports-delimiter-bar = 竖线（|）
# $value (String) what was recognised
imports-recognised = 自动识别：{ $value }
imports-order = 日期顺序
imports-order-unknown = 日期年份在前
imports-order-dayFirst = 日在前（24.11.2026）
imports-order-monthFirst = 月在前（11/24/2026）
imports-zone = 未注明时区的时间所属时区
imports-time = 只有日期时的时间
imports-latency = 决定用时的单位
imports-latency-milliseconds = 毫秒
imports-latency-seconds = 秒
imports-latency-minutes = 分钟
imports-comma = 以逗号作小数点

## Mapping
imports-take = 使用已保存的对应关系
imports-take-none = 请选择
imports-keep = 保存对应关系
# $name (String) of the mapping
imports-kept = 对应关系“{ $name }”已保存，遇到相同表头的文件时将建议采用。
imports-mapping-open = 打开对应关系文件
imports-mapping-write = 另存为文件
imports-remembered = 此类文件已保存过这一对应关系。
imports-column-constant = 各行相同的值；用词
# $count (Number) fields
imports-more-fields = 另有{ $count }个字段
# $field (String) its name
imports-add-column = 为{ $field }添加一列
# $field (String) its name
imports-constant-of = { $field }，各行相同
imports-no-constant = 无
# $count (Number) words
imports-values = { $count ->
    [0] 用词……
   *[other] { $count }个用词……
}
# $field (String) its name
imports-values-title = “{ $field }”的用词
imports-values-hint = 请说明文件中每个词的含义。保持不变的词必须是本程序认识的词。
imports-values-free = 请填写改用的词。留空的词保持不变。
imports-values-more = 文件中还有其他词；试导入时会列出不认识的词。
imports-word-file = 文件中
imports-word-ours = 对应
imports-word-same = 保持不变
imports-values-save = 采用
imports-factor = 换算系数
imports-wide = 每个月各占一列
imports-wide-field = 各月的内容

## Rule
imports-rule = 怎样算未采纳
imports-rule-stated = 由一列说明处理方式
imports-rule-stated-hint = 文件中有处理方式，或各行相同。
imports-rule-differs = 最终决定与系统输出不同
imports-rule-differs-hint = 相同为采纳，不同为未采纳。
imports-rule-expression = 用表达式
imports-rule-expression-hint = 适用于需由多列判断的文件。
imports-expression-overridden = 未采纳的条件
imports-expression-modified = 修改后采纳的条件
imports-expression-hint = 表达式采用CEL。列写作row["表头"]；数字按数字处理，空单元格为null。
imports-only = 只导入符合条件的行
imports-only-hint = 填写表达式；不填则导入全部。

## Preview and try
# $count (Number) rows
imports-preview = 前{ $count ->
   *[other] { $count }
}行
# $taken and $all (String) rows
imports-taken = { $all }行中{ $taken }行可以导入。
imports-not-yet = 对应关系完整之前，按文件原样显示。
imports-rows = 前若干行
imports-remark = 说明
imports-left-out = 按对应关系略过
imports-try = 试导入整个文件

## Progress and end
imports-progress = 导入进度
# $share (String) per cent
imports-line = 导入：{ $share }
# $share (String) per cent, $rows and $problems (String)
imports-so-far = 已读取{ $share }，{ $rows }行，{ $problems }个问题
# $file (String) its name
imports-phase-none = 没有正在进行的导入
imports-phase-running = 正在读取{ $file }
imports-phase-clearing = 正在清理{ $file }
imports-phase-tried = 已试导入{ $file }，尚未导入任何内容
imports-phase-imported = 已导入{ $file }
imports-phase-refused = 未导入{ $file }
imports-phase-cancelled = 已取消，未导入{ $file }的任何内容
imports-phase-undone = 已撤回{ $file }的导入
# $count (Number) and $shown (String) records
imports-fresh-decisions = { $count ->
    [0] 没有新记录。
   *[other] 新记录{ $shown }条。
}
imports-fresh-volumes = { $count ->
    [0] 没有新的期间总量。
   *[other] 新的期间总量{ $shown }条。
}
# $count (String) rows
imports-known = 已有{ $count }条，保持不变。
imports-repeated = { $count }行在文件中重复，只计一次。
imports-left-out-count = { $count }行按对应关系略过。
# $from and $to (String) formatted times
imports-span = 决定时间：{ $from }至{ $to }。
# $count (Number) and $shown (String) values
imports-problems = { $count ->
   *[other] 有{ $shown }个值无法导入。只要有一个无法导入，就全部不导入。
}
imports-problems-save = 保存清单
imports-problems-file = 无法导入的行.xlsx
# $count (String) records
imports-start = 导入{ $count }条
imports-to-log = 查看记录
imports-to-analysis = 查看分析
imports-back = 返回对应关系
imports-other-file = 另选文件

## Values that can’t be imported, one message per code
# $value (String) the value as it stands
import-row-blank = 必填，但为空
import-row-no-date = “{ $value }”不是日期
import-row-no-time = “{ $value }”没有可读取的时间
import-row-date-order = “{ $value }”：请说明日在前还是月在前
import-row-no-such-time = “{ $value }”是该时区时钟跳过的时间
import-row-no-number = “{ $value }”不是数字
import-row-not-whole = “{ $value }”不是整数
import-row-negative = “{ $value }”小于零
import-row-not-yes-or-no = “{ $value }”不表示是或否
import-row-unknown-value = 不认识“{ $value }”，请在“用词”中说明其含义
import-row-unknown-reason = “{ $value }”不是该系统的原因，请在“用词”中说明，或先添加
import-row-other-system = “{ $value }”是另一个人工智能系统
import-row-undecided = 表达式没有得出是或否
import-row-future = “{ $value }”晚于当前时间
import-row-too-early = “{ $value }”早于1990年
import-row-period = “{ $value }”尚未结束，或不是日、周、月
import-row-too-long = “{ $value }”过长
import-row-latency-too-long = 系统输出与决定相隔超过一年
import-row-before-result = 决定早于系统输出
import-row-out-of-range = “{ $value }”超出允许范围
import-row-outcome-missing = 填写了结果的时间或来源，但没有结果
import-row-parts = 各部分之和大于系统输出数
import-row-too-many-values = 该行的值多于表头
import-row-error-cell = 单元格为电子表格错误值
import-row-not-an-object = 该行不是JSON对象
import-row-nul = 含有文本中不应有的字符
