# The frame of the window, its general words, and words of the domain that several screens use.

## Frame
skip-link = 跳到正文
rail-label = 主导航
rail-overview = 总览
rail-systems = 人工智能系统
rail-assessments = 评估
rail-audits = 审计
rail-decisions = 决策记录
rail-fallback = 切换
rail-actions = 整改事项
rail-reports = 报告
rail-verify = 验证
rail-history = 变更历史
rail-settings = 设置
rail-sample = 示例工作区
lock = 锁定
find-label = 查找
find-hint = 系统、评估、问题或页面
find-none = 没有找到。
# $count (Number) how many were found
find-count = { $count ->
   *[other] 找到{ $count }项
}
# $from and $to (String) formatted days
find-period = { $from }至{ $to }

## Keyboard
shortcut-title = 键盘快捷键
shortcut-keys = 按键
shortcut-does = 作用
shortcut-find = 查找系统、评估、问题或页面
shortcut-decision = 随时登记一条决策
shortcut-save = 保存正在填写的记录
shortcut-lock = 锁定工作区
shortcut-help = 显示快捷键
shortcut-back = 返回上一页面
shortcut-rows = 在表格各行或问题各选项之间移动
shortcut-open = 打开所在行；进入下一题
shortcut-close = 关闭对话框

## General words
close = 关闭
cancel = 取消
save = 保存
add = 添加
change = 修改
back = 返回
open = 打开
yes = 是
no = 否
not-given = 未填写
optional = 选填
field-fixed = 不可更改
all = 全部
error-summary = 请先更正以下内容
save-pending = 正在保存……
# $at (String) formatted time
save-saved = 已保存 { $at }
# $cause (String) the error as a sentence
save-failed = 未保存。{ $cause }
# Before links to what could not be saved
save-left = 尚待保存：
save-again = 重新保存
unsaved-title = 要放弃已填写的内容吗？
unsaved-text = 此处填写的内容尚未保存，离开后将会丢失。
unsaved-stay = 留下
unsaved-discard = 放弃
loading = 正在读取……
file-choose = 选择文件
pager-label = 翻页
pager-previous = 较新
pager-next = 较早
pager-back = 上一页
pager-on = 下一页
language = 语言
language-en = 英文
language-zh-CN = 中文
language-both = 中英文对照
theme = 配色
theme-system = 自动
theme-light = 浅色
theme-dark = 深色
date-placeholder = 年-月-日
date-invalid = 请按年、月、日填写日期，如2026-11-24
moment-placeholder = 年-月-日 时:分
moment-invalid = 请填写日期和时间，如2026-11-24 14:05

## Words of the domain
role-administrator = 管理员
role-assessor = 评估人
role-reviewer = 复核人
role-approver = 批准人
role-operator = 操作人
role-inspector = 检查人
phase-before_use = 上线前
phase-in_use = 运行中
phase-after_change = 变更后
phase-after_incident = 事件后
phase-retired = 退役
area-government = 政务
area-energy = 能源
area-finance = 金融
area-transport = 交通
area-health = 卫生健康
area-water = 水利
area-telecommunications = 电信
area-public_safety = 公共安全
area-education = 教育
area-industry = 工业
area-other = 其他
data-grade-public = 公开数据
data-grade-internal = 内部数据
data-grade-personal = 个人信息
data-grade-sensitive_personal = 敏感个人信息
data-grade-important = 重要数据
data-grade-core = 核心数据
# $best and $worst (String) names of grades
grade-interval = { $best }至{ $worst }
grade-interval-one = 仅{ $best }
grade-unassessed = 未评估
trend-unchanged = 无变化
# $grade (String) name of the grade before
trend-was = 上次为{ $grade }
trend-first = 首次定级

# What a redacted copy leaves out
removal-persons = 人员姓名和职务
removal-organisation = 单位、部门和供应商名称
removal-evidence = 证据名称、证明内容和存放处
removal-notes = 备注和理由
removal-answers = 回答
removal-words = 文中个别词语
