# AI systems: list, page, form, import.

## List
# $count (Number) AI systems
system-title = { $count ->
    [0] 人工智能系统
   *[other] { $count }个人工智能系统
}
# $inUse (Number) AI systems in use, $unsigned (Number) those of them without a signed assessment
system-lede = { $inUse ->
    [0] 均未运行。
   *[other] 运行中{ $inUse }个，{ $unsigned ->
        [0] 均有已签署的评估
       *[other] 其中{ $unsigned }个没有已签署的评估
    }。
}
system-add = 添加人工智能系统
system-import = 导入
system-export = 导出
system-export-title = 导出人工智能系统清单
system-export-file = 人工智能系统清单.xlsx
# $path (String) of the file, $size (String) of the file
system-exported = 已写入{ $path }，{ $size }。
system-search = 查找系统
system-any-phase = 全部阶段
system-any-area = 全部重点领域
system-any-grade = 全部等级
system-unsigned = 运行中未签署
system-columns = 显示列
system-columns-title = 清单显示的列
# $shown and $all (Number) AI systems
system-shown = 显示{ $shown }个，共{ $all }个
system-none-found = 没有符合条件的人工智能系统
system-none-found-text = 没有系统同时符合查找内容和筛选条件。
system-clear = 清除查找和筛选

## Page
# $name and $version (String) of the AI system
system-name-version = { $name } { $version }
# $area (String) key area, $phase (String) phase
system-page-lede = { $area } · { $phase }
system-continue = 继续评估
system-assess = 开始评估
system-grade-draft = 目前的残余风险等级（草稿）
# $interval (String) the interval in words
system-interval = 区间：{ $interval }
# $count (Number) assessments
system-assessments = { $count ->
    [0] 尚无评估
   *[other] { $count }次评估
}
system-no-assessment = 评估按第6.3节条款（a）至（i）逐项进行，并确定残余风险等级。
system-column-depth = 深度
# $answered and $inScope (Number) questions
system-answered = { $answered }/{ $inScope }
system-actions = 该系统的整改事项

## Form
system-new = 添加人工智能系统
# $name (String) of the AI system
system-change = 修改“{ $name }”
system-form-lede = 填写名称即可开始，尚不清楚的内容可以以后补充。
system-save = 保存
# $name (String) of the AI system
system-saved = 已保存{ $name }。
system-name-missing = 请填写人工智能系统的名称
system-group-identity = 基本情况
system-group-use = 用途与影响范围
system-group-data = 处理的数据
system-group-filing = 备案与保护
system-filing-hint = 按实际情况填写。这些内容印入报告，并用于条款（c）、（e）、（g）。
system-decision-points-hint = 系统参与的决策或任务，每行一项。
system-scale-example = 如：每周900件
system-autonomy-example = 如：系统建议，人员决定
# $level (Number) 1 to 5
system-protection-level = { $level ->
    [1] 第一级
    [2] 第二级
    [3] 第三级
    [4] 第四级
   *[other] 第五级
}
system-field-name = 名称
system-field-reference = 本单位编号
system-field-supplier = 供应商
system-field-model = 模型或算法
system-field-version = 确切版本
system-field-purpose = 用途
system-field-decisionPoints = 决策环节
system-field-keyArea = 重点领域
system-field-unit = 责任部门
system-field-dataGrades = 数据级别
system-field-affected = 受影响对象
system-field-scale = 规模
system-field-autonomy = 自主程度
system-field-phase = 阶段
system-field-protectionLevel = 等级保护级别
system-field-protectionNumber = 等级保护备案号
system-field-cryptographyAssessedOn = 商用密码应用安全性评估日期
system-field-impactAssessedOn = 个人信息保护影响评估日期
system-field-modelFilingNumber = 算法或模型备案号
system-field-criticalInfrastructure = 属于关键信息基础设施
system-field-personalInformation = 处理个人信息
system-field-importantData = 处理重要数据
system-field-crossBorder = 数据出境

## Import
import-title = 导入人工智能系统
import-lede = 从CSV或XLSX文件导入，首行为表头，每行一个人工智能系统。
import-drop = 将CSV或XLSX文件拖到此处
import-drop-hint = 可识别UTF-8和GB18030编码。确认之前不作任何改动。
# $file (String) name, $rows (Number) rows, $encoding (String) its name
import-read = { $file }：{ $rows ->
   *[other] { $rows }行
}，{ $encoding }
import-other = 另选文件
# $count (Number) AI systems
import-commit = { $count ->
   *[other] 导入{ $count }个系统
}
import-mapping = 各列对应的内容
import-column-field = 内容
import-column-file = 文件中的列
import-column-example = 示例
import-choose = 请选择列
import-leave = 留空
# $count (Number) columns, $columns (String) their headings
import-unused = { $count ->
   *[other] { $count }列不导入：{ $columns }
}
import-preview = 将导入的内容
import-name-needed = 请选择系统名称所在的列。
# $count (Number) rows
import-valid = { $count ->
    [0] 没有可以导入的行。
   *[other] { $count }行可以导入。
}
# $count (Number) rows
import-known = { $count ->
   *[other] { $count }行在工作区中已有，保持不变。
}
# $count (Number) values
import-bad = { $count ->
   *[other] { $count }个值无法导入，所在行不导入。
}
import-problems = 无法导入的值
# $count (Number) values
import-problems-first = 仅列出前{ $count }个。
import-line = 行
import-wrong = 问题
# $count (Number) AI systems
import-first = { $count ->
   *[other] 前{ $count }个
}
# $added and $known (Number) AI systems
import-done = { $added ->
   *[other] 已导入{ $added }个人工智能系统。
}{ $known ->
    [0] {""}
   *[other] 另有{ $known }个原已存在，未作改动。
}

## Values that can't be imported, one message per code
# $value (String) the value as it stands
import-name-empty = 名称为空
import-unknown-value = 无法识别“{ $value }”
import-not-a-date = “{ $value }”不是日期，应如2026-11-24
import-not-a-level = “{ $value }”不是1至5的级别
import-too-long = “{ $value }”过长
import-duplicate-reference = “{ $value }”与前面的行重复
