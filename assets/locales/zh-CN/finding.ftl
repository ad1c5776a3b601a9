# Findings of audits: list, page, steps, rectification ledger.

finding-severity-low = 低
finding-severity-medium = 中
finding-severity-high = 高
finding-severity-critical = 严重
finding-state-open = 未整改
finding-state-in_remedy = 整改中
finding-state-to_verify = 待验证
finding-state-closed = 已关闭
finding-state-accepted = 暂予接受
finding-step-start_remedy = 开始整改
finding-step-remedied = 报告整改完成
finding-step-verify = 验证并关闭
finding-step-send_back = 退回整改
finding-step-accept = 限期接受
finding-step-reopen = 重新打开

## The ledger as a spreadsheet
ledger-column-system = 人工智能系统
ledger-column-title = 审计发现
ledger-column-severity = 严重程度
ledger-column-state = 发现状态
ledger-column-remark = 状态变更说明
ledger-column-action-title = 整改事项
ledger-column-owner = 责任人
ledger-column-due = 期限
ledger-column-action-state = 事项状态
ledger-column-note = 事项备注
ledger-column-clause = 条款
ledger-column-question = 问题
ledger-column-cause = 原因
ledger-column-effect = 影响
ledger-column-recorded = 登记日期
ledger-column-until = 接受期至
ledger-column-earlier = 此前发现次数
ledger-column-finding = 发现编号
ledger-column-revision = 发现版次
ledger-column-action = 事项编号
ledger-column-action-revision = 事项版次
ledger-field-state = 发现状态
ledger-field-action_state = 事项状态
ledger-field-owner = 责任人
ledger-field-due = 期限
ledger-field-note = 备注

## What a ledger can't be taken for; $value (String) is what the cell holds
import-ledger-finding = “{ $value }”不是本工作区的审计发现。请保留台账中原有的编号。
import-ledger-action = “{ $value }”不是该发现的整改事项。请保留台账中原有的编号。
import-ledger-action-twice = 该事项在台账中出现两次。请只保留一行。
import-ledger-stale = 台账导出后该内容已被他人修改（台账版次为{ $value }）。请重新导出台账后再填写。
import-ledger-word = “{ $value }”不是状态用语。请使用其他行同一列中的用语。
import-ledger-two-states = 该发现的两行填写了不同状态。请统一。
import-ledger-date = “{ $value }”不是日期。请按2026-12-31的格式填写。
import-ledger-dropped = 撤销事项须在备注中说明理由。
import-ledger-step = 该发现不能一步变为“{ $value }”。请逐步办理。
import-ledger-accept = 限期接受须由批准人说明理由并设定期限，请在发现页面办理。
import-ledger-role = 您没有办理此步骤所需的角色。
import-ledger-finding-action-missing = 不能开始整改：没有同时载明责任人和期限的整改事项。
import-ledger-finding-actions-running = 该发现还有整改事项未完成。
import-ledger-finding-note-missing = 新状态须附说明：核实了什么，或为何重新打开。
import-ledger-text-too-long = 说明文字过长。

## List
finding-section = 审计发现
finding-one = 审计发现
# $count (Number) findings
finding-list-title = { $count ->
    [0] 没有未结审计发现
   *[other] { $count }项未结审计发现
}
# $late (Number) findings
finding-list-lede = { $late ->
    [0] 均未逾期。
   *[other] 其中{ $late }项已逾期。
}
finding-add = 登记审计发现
finding-show-running = 未结
finding-show-all = 全部
finding-any-severity = 全部严重程度
finding-late-only = 仅看逾期
# $shown and $all (String) numbers
finding-shown = 显示{ $shown }项，共{ $all }项
# $from, $to and $all (String) numbers
finding-page = 第{ $from }至{ $to }项，共{ $all }项
finding-column-actions = 整改事项
finding-empty = 还没有审计发现
finding-empty-text = 审计发现来自未达到要求的审计项目、决策记录中的异常信号，也可在此登记。
finding-none = 没有符合条件的审计发现
# $count (Number) earlier findings
finding-again = { $count ->
   *[other] 此前发现{ $count }次
}
# $day (String)
finding-late-owner = { $day }起逾期：责任人
finding-late-superior = { $day }起逾期：责任人上级
finding-late-approver = { $day }起逾期：批准人

## Page
# $system and $state (String)
finding-lede = { $system }，{ $state }。
# $count (Number) earlier findings
finding-again-long = { $count ->
   *[other] 此前已发现{ $count }次。
}
finding-about = 发现内容
finding-clause = 条款
finding-clause-none = 无
finding-question = 未达到要求的问题
finding-risks = 风险
finding-cause = 原因
finding-effect = 影响
finding-by-rule = 按本项目的严重程度表
# $severity and $reason (String)
finding-not-proposed = 方法表建议为“{ $severity }”，未采用：{ $reason }
finding-actions = 整改事项
finding-recorded = 登记
finding-actions-none = 尚无。开始整改前，须有载明责任人和期限的整改事项。
finding-steps = 办理过程
finding-steps-none = 尚未办理任何步骤。
finding-alone = 验证本人工作
finding-alone-warn = 您将验证本人的工作：整改完成由您报告，或您是整改事项的责任人。可以这样做，但会一直注明。
finding-earlier = 此前的发现
finding-later = 再次发现
# $day (String)
finding-accepted-until = 接受期至{ $day }，到期后重新打开。
finding-ran-out = 接受期至{ $day }，已到期并重新打开。
# $state (String)
finding-moved = 该发现现为：{ $state }。
finding-until = 截止日期
finding-until-hint = 次日起该发现重新打开。
finding-note-start_remedy = 备注
finding-note-remedied = 完成了什么
finding-note-verify = 核实了什么
finding-note-send_back = 还缺什么
finding-note-accept = 为何可以保留到该日
finding-note-reopen = 为何重新打开

## Form
finding-new = 登记审计发现
finding-new-lede = 登记在该系统正在进行的审计中；没有时新开一次审计。
finding-edit = 修改内容
# $title (String) 审计发现的名称
finding-edit-title = 修改“{ $title }”
finding-save = 保存
finding-saved = 审计发现已保存。
finding-failing = 与要求的差距
finding-failing-fails = 不符合
finding-failing-partly = 部分符合
# $severity (String)
finding-proposed = 本项目的严重程度表建议为“{ $severity }”。选择其他程度须说明理由。
finding-proposed-none = 有问题未达到要求时，本项目的严重程度表给出建议。
finding-severity-reason = 不采用建议的理由
# $count (Number) risks
finding-risks-count = { $count ->
    [0] 涉及的风险
   *[other] 涉及{ $count }项风险
}

## Ledger page
ledger-title = 整改台账
ledger-lede = 以表格列出全部审计发现及其整改事项。填写状态、责任人、期限和备注后读入：先显示每处变更，要么全部采用，要么全部不采用。
ledger-file = 整改台账.xlsx
ledger-write = 导出台账
# $path (String)
ledger-written = 台账已导出：{ $path }
ledger-read = 读入台账
ledger-drop = 将填写好的台账拖到此处，或选择文件
ledger-drop-hint = XLSX或CSV，须保留原有的编号列和版次列
# $count (Number) changes
ledger-take = { $count ->
   *[other] 采用{ $count }处变更
}
# $findings and $actions (Number)
ledger-taken = 已采用：{ $findings }项发现，{ $actions }项整改事项。
# $file, $rows (String), $count (Number)
ledger-changes = { $count ->
    [0] { $file }的{ $rows }行没有变更。
   *[other] { $file }的{ $rows }行中有{ $count }处变更，尚未写入。
}
# $file (String), $count (Number)
ledger-problems = { $count ->
   *[other] { $file }中有{ $count }处内容无法采用，未写入任何内容。
}
ledger-problem-caption = 无法采用的内容
ledger-change-caption = 变更
ledger-row = 行
ledger-column = 列
ledger-what = 内容
ledger-before = 原值
ledger-after = 新值
ledger-nothing = 无
