# Actions: list and form.

# $count (Number) open actions
action-title = { $count ->
    [0] 没有未结整改事项
   *[other] { $count }项未结整改事项
}
# $late (Number) actions
action-lede = { $late ->
    [0] 均未逾期。
   *[other] 其中{ $late }项已逾期。
}
action-add = 添加整改事项
action-new = 添加整改事项
action-change = 修改整改事项
action-save = 保存
action-saved = 整改事项已保存。
action-gone = 工作区中没有该整改事项。
action-empty = 还没有整改事项
action-empty-text = 整改事项来自评估结果，结果会说明哪些改变可以降低等级；也可在此直接添加。
action-none = 没有处于该状态的整改事项
action-show-open = 未结事项
action-show-all = 全部事项
# $shown and $all (Number) actions
action-shown = 显示{ $shown }项，共{ $all }项
action-column-title = 整改内容
action-column-system = 人工智能系统
action-column-target = 针对
action-column-owner = 责任人
action-column-state = 状态
action-column-due = 期限
action-state-open = 待办
action-state-in_progress = 进行中
action-state-done = 已完成
action-state-closed = 已关闭
action-state-dropped = 已撤销
# $day (String) formatted day
action-overdue = 已逾期：{ $day }
action-target-system = 人工智能系统整体
# $id (String) of the finding
action-target-finding = 审计发现{ $id }
action-target-incident = 事件
# $sign (String) what the decision records show
action-target-signal = 决策记录中的异常信号：{ $sign }
action-target-supplier = 向供应商提出的问题：{ $sign }
# $target (String) what the action answers to
action-answers-to = 针对：{ $target }
action-title-hint = 用一句话说明完成后的状态。
action-title-missing = 请填写整改内容
action-system-missing = 请选择人工智能系统
action-note = 说明
action-note-hint = 进展情况；如撤销，请说明理由。
action-note-missing = 请说明撤销的理由
# $count (Number) pieces of evidence
action-proof = { $count ->
   *[other] 已有{ $count }项证据佐证。
}
