# 工作区提出建议回答时所依据的事实。

proposal-not-yet-due = 系统尚未投入运行，无法据实回答。建议：尚未到期。
proposal-inventory = 台账登记了{ $systems }个人工智能系统。本系统已填{ $given }/{ $of }项事实。
proposal-decision-points = { $count ->
    [0] 本系统尚未列出决策环节。
   *[other] 本系统列出{ $count }个决策环节。
}
proposal-protection = 等保已备案，级别{ $fact }级。
proposal-cryptography = 密评日期：{ $fact }。
proposal-impact-assessment = 影响评估日期：{ $fact }。
proposal-model-filing = 备案或登记编号：{ $fact }。
proposal-no-personal-information = 系统资料载明不处理个人信息。
proposal-no-transfer = 系统资料载明没有数据出境。
proposal-filing-missing = 系统资料中没有填写。
proposal-ratings = 26项风险已确认{ $count }项。
proposal-method = 等级按成文规则{ $method }计算，平均数不会掩盖严重风险。
proposal-sign-off = 批准与签署在本次评估中进行。
proposal-evidence = 已有{ $count }件证据，其中{ $independent }件现行且独立。
proposal-decisions = 本期间有{ $count }条决策记录。
# $result (String) 结果代码；$day (String) 审计到期日
proposal-audit = { $day }到期的审计结果为：{ $result ->
    [conforms] 符合
    [partly] 部分符合
    [fails] 不符合
   *[not_applicable] 不适用
}。
# $mark (String) 变化代码
proposal-audit-changed = { $day }到期的审计结果为：{ $result ->
    [conforms] 符合
    [partly] 部分符合
    [fails] 不符合
   *[not_applicable] 不适用
}。此后{ $mark ->
    [question_changed] 问题已变更
    [question_removed] 问题已删除
    [system_changed] 系统版本已变更
   *[evidence_changed] 证据情况已变更
}，请重新测试。
proposal-none = 工作区内没有本系统的{ $what ->
    [audits] 审计
    [audit-plan] 审计计划
    [incidents] 事件记录
    [matrix] 授权矩阵
    [decisions] 本期间决策记录
    [plan] 切换预案
    [stop-tests] 停用测试
    [supply-cut-off] 断供演练
    [restore-drill] 恢复演练
   *[drills] 近12个月切换演练
}。
proposal-matrix-approved = 已有授权矩阵，最新版本已批准。实际配置是否一致，须由人员核对。
proposal-matrix-draft = 已有授权矩阵，最新版本尚未批准。
proposal-plan = 已有{ $plans }份切换预案，其中完整且已批准的{ $whole }份。
proposal-drills = 已完成{ $count }次切换演练，至少一次在近12个月内。{ $standing ->
    [current_independent] 最近一次附有现行且独立的证据。
    [attached] 最近一次已附证据。
   *[none] 最近一次未附证据。
}
proposal-drills-old = 已完成{ $count }次切换演练，但都早于期末前12个月。
proposal-stop-tests = 已有{ $count }次停用测试记录，请将用时与时限比较。
proposal-programme = 在用系统{ $systems }个，其中有审计计划的{ $planned }个。近12个月逾期或漏检的审计{ $missed }次。本系统的审计间隔{ $follows ->
    [yes] 符合
   *[no] 不符合
}其应用等级的要求。
proposal-auditor-operates = 最近一次审计由操作人关闭，其同时承担日常运行。
proposal-auditor-apart = 最近一次审计的关闭人不是操作人。审计人员是否独立于运行与采购、是否具备能力，须由人员核实。
proposal-findings = 未关闭的审计发现{ $running }项，其中缺少责任人和期限的{ $unowned }项，逾期{ $late }项。
proposal-rehearsals = 近12个月内：切换演练{ $drills }次，断供演练{ $cuts }次。应急预案是否涵盖四种情形，须由人员核实。
proposal-incidents = 上次审计以来记录事件与未遂事件{ $count }起，已写明原因的{ $analysed }起，迟报或逾期未报{ $late }项。
proposal-exercise = 最近一次{ $kind ->
    [supply_cut_off] 断供演练
   *[restore_drill] 恢复演练
}（{ $day }）：{ $result ->
    [passed] 通过
    [partly] 部分通过
   *[failed] 未通过
}。请将实测数据与目标比较。
proposal-duties = 已启用报告要求{ $duties }项，已报告{ $reports }次，迟报或逾期未报{ $late }项。
