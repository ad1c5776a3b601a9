# 评估：列表、开始、任务清单、问题、措施、风险评定、结果、签批。

assessment-title = 评估
# $count (Number) assessments, $unsigned (Number) those of them that are not signed yet
assessment-count = { $count ->
    [0] 尚无评估
   *[other] { $count }项评估，{ $unsigned ->
        [0] 均已签署
       *[other] { $unsigned }项未签署
    }
}
assessment-empty = 尚未评估任何人工智能系统。请打开一个系统，开始第一次评估。
assessment-search = 按人工智能系统名称查找
assessment-to-systems = 前往人工智能系统
assessment-column-system = 人工智能系统
assessment-column-period = 评估期间
assessment-column-state = 状态
assessment-column-grade = 残余风险等级
assessment-column-tier = 应用等级
assessment-column-progress = 已答
assessment-column-changed = 最近变更
assessment-progress = { $answered }/{ $total }
assessment-state-draft = 草稿
assessment-state-in_review = 复核中
assessment-state-approved = 已批准
assessment-state-signed = 已签署
assessment-state-superseded = 已被替代
assessment-subtitle = { $period }，{ $depth }，{ $state }

assessment-start = 开始评估
assessment-start-title = 开始评估：{ $system }
assessment-start-step = 第{ $step }步，共3步
assessment-start-context = 应用情境
assessment-start-context-hint = 应用等级由以下三项事实决定。所称“工作人员”均指经过培训的本单位人员，不是接受服务的群众或患者。
assessment-start-reason = 理由
assessment-start-reason-hint = 用一句可核实的话说明。
assessment-start-profile = 场景模板
assessment-start-profile-hint = 模板为26项风险给出建议评定，经人确认后方为有效。与情境最接近的排在前面。
assessment-start-profile-none = 不用模板，逐项评定
assessment-start-profile-fit = { $name }（最接近）
assessment-start-depth = 评估深度与期间
assessment-depth = 评估深度
assessment-start-tier = 应用等级{ $tier }级
assessment-start-depth-quick = 快速评估：{ $count }道关键问题
assessment-start-depth-full = 完整评估：全部{ $count }道问题
assessment-start-depth-proposed = 应用等级{ $tier }级建议选用
assessment-start-from = 起
assessment-start-to = 止
assessment-start-confirm = 开始评估
assessment-start-incomplete = 请为“{ $name }”选择一个值。
assessment-start-period-wrong = 期间的结束日期不得早于开始日期。

assessment-profile = 场景模板：{ $name }
assessment-tasks = 任务清单
assessment-tasks-hide = 收起任务清单
assessment-context = 应用情境
assessment-measures = 第4章技术应对措施
assessment-ratings = 风险评定
assessment-result = 评估结果
assessment-check = 逐题核对
assessment-review = 复核与签批
assessment-status-not_started = 未开始
assessment-status-in_progress = 进行中 { $answered }/{ $total }
assessment-status-completed = 已完成
assessment-answered = 已答{ $answered }/{ $total }题。
assessment-remaining-title = 签署前还需完成
assessment-remaining-none = 没有未完成事项，可以提交复核。
assessment-remaining-context = 应用情境还缺{ $count }项。
assessment-remaining-questions = 还有{ $count }题未答。
assessment-remaining-reasons = 有{ $count }个“不适用”未写理由。
assessment-remaining-measures = 还有{ $count }项措施未填写。
assessment-remaining-ratings = 还有{ $count }项风险评定未确认。
assessment-remaining-evidence = 有{ $count }道关键问题缺少证据（建议补充）。
assessment-remaining-secondPerson = 有{ $count }项“不适用”的风险待第二人同意（建议办理）。
assessment-readonly = 本评估{ $state }，不能再修改。

question-position = 第{ $position }题，共{ $total }题
question-critical = 关键问题
question-red-line = 红线项
question-source = 依据框架{ $clause }；问题由本项目编写，非框架原文
question-inherited = 此题由单位统一回答一次，对所有人工智能系统有效。
question-why = 为什么问
question-good = 怎样算符合
question-collect = 应收集：
question-answer = 回答
question-previous = 上次：{ $answer }
question-note = 说明
question-na-reason = 不适用的理由
question-na-reason-missing = 请说明此题为何不适用。
question-answer-missing = 请选择一个回答，不确定可选“不清楚”。
question-not-due = 须在系统投入运行后才能回答：需要日志、真实案例或演练。
question-facts = 工作区已有的事实
question-take-proposal = 采用“{ $answer }”
question-effect = 对等级的影响
question-effect-raise = 改答“{ $answer }”，条款（{ $clause }）由{ $from }级变为{ $to }级，{ $grade ->
    [same] 等级不变
   *[other] 等级变为{ $grade }
}。
question-effect-none = 此题改作其他回答，条款（{ $clause }）与等级均不变。
question-relates = 关系到
question-grade-now = 目前等级
question-interval = 区间为{ $best }至{ $worst }，依据充分度{ $confidence }（{ $band }）
question-next = 下一题
question-save = 保存，下一题
question-save-last = 保存，逐题核对
question-previous-page = 上一题
question-later = 稍后再答
question-out-of-scope = 快速评估不问此题。

evidence-title = 证据
evidence-add = 添加证据
evidence-add-file = 选择文件
evidence-drop = 将文件拖到此处，或点击选择。内容以摘要值封存。
evidence-none = 尚无证据。
evidence-kind-reference = 引用
evidence-about = 附于
evidence-locator = 存放处
evidence-locator-hint = 例如登记编号、档案室或系统名称。
evidence-name = 名称
evidence-shows = 证明什么
evidence-dated = 证据日期
evidence-standing = 证据情况
evidence-standing-hint = “现行且独立”指目前仍然有效，且由本团队以外的人员出具或核验。
evidence-keep = 在工作区内保存内容
evidence-keep-hint = 不保存时只留摘要值，适用于不得离开原处的文件。
evidence-save = 添加
evidence-change = 修改
evidence-detach = 移除
# $name (String) title of the piece of evidence
evidence-detach-title = 要移除“{ $name }”吗？
evidence-detach-text = 该证据将从此处移除。如果没有其他地方使用它，工作区内保存的相关内容会被清除，无法恢复。
evidence-digest-only = 仅留摘要值

measure-title = 第4章技术应对措施
measure-intro = 框架列出21项技术应对措施：在供应商处或本单位落实到什么程度？高于“部分落实”的，须有证据才能足额计入。
measure-level = 落实程度
measure-note = 说明
measure-answered = 已填写{ $answered }/21项
measure-previous = 上次：{ $level }
measure-bears = 关系到{ $risks }
measure-open = 详情与证据
measure-close = 收起

rating-title = 风险评定
rating-intro = 评定采取任何措施之前的可能性与影响。模板的建议经人确认后方为有效。
rating-focus = 优先查看
rating-focus-order = 按模板所列顺序排列，对此类应用最要紧的在前。
rating-others = 其余风险
rating-all = 全部风险
rating-confirmed = 已确认{ $count }/26项
rating-confirm = 确认
rating-confirm-block = 确认其余{ $count }项建议
rating-confirm-block-all = 确认全部{ $count }项建议
rating-confirm-block-title = 整批确认建议？
rating-confirm-block-text = 您将按原样采用{ $count }项建议评定。变更历史会记明为整批确认。
rating-state-proposed = 建议
rating-state-confirmed = 已确认
rating-state-changed = 已修改
rating-state-empty = 未评定
rating-na = 不适用
rating-na-reason = 该风险不适用的理由
rating-na-reason-missing = 请说明{ $risk }为何不适用。
rating-na-agree = 同意
rating-na-agreed = 第二人已同意
rating-na-waiting = 待第二人同意
rating-reason = 理由
rating-edit = 修改
rating-save = 保存评定
rating-values = 可能性{ $likelihood }，影响{ $impact }
rating-inherent = 固有指数{ $index }
rating-missing = 请为{ $risk }选择可能性与影响。
rating-countermeasures = 框架的技术应对措施
rating-close-call = 指数相差不足200的两项风险，不分先后。
rating-filter-open = 仅看未确认

result-title = { $system }：评估结果
result-grade = 残余风险等级
result-tier = 应用等级
result-tier-of = 场景{ $s }　自主{ $a }　规模{ $z }
result-confidence = 依据充分度
result-why = 为什么是{ $grade }
result-part-worst_risk = 最高风险
result-part-accumulation = 风险累积
result-part-context_floor = 应用等级下限
result-part-gates = 关口与红线项
result-part-decides = 决定等级
result-part-worst_risk-text = { $risk }，指数{ $index }
result-part-worst_risk-none = 没有适用的风险
result-part-accumulation-text = { $count }项达到{ $level }级及以上（满{ $needed }项即为{ $grade }级）
result-part-context_floor-text = 应用等级{ $tier }级的系统不低于此级
result-part-gates-none = 无一触发
result-gate-control = 6.3（h）人的授权与控制未建立或仅有计划
result-gate-fallback = 6.3（i）切换到人工未建立或仅有计划
result-gate-uncontrolled = 有一项影响最高的风险没有任何措施
result-gate-neglect = { $clause }未建立或仅有计划，而有严重风险以它为主要措施
result-gate-red-line = 触及红线项
result-gate-grade = { $gate }（{ $grade }级）
result-red-lines-clear = 红线项：6项均未触及
result-red-lines-crossed = 红线项：{ $count ->
    [0] 未发现触及
   *[other] 触及{ $count }项，共6项
}{ $unanswered ->
    [0] {""}
   *[other] ，{ $unanswered }项未回答
}
result-red-line-crossed = 触及
result-red-line-clear = 未触及
result-red-line-open = 未回答
result-risks = 按指数排列的风险
result-risks-all = 显示全部{ $count }项
result-risks-less = 只显示前七项
result-legend-inherent = 固有
result-legend-residual = 残余
result-column-risk = 风险
result-column-inherent = 固有
result-column-residual = 残余
result-column-margin = 距上一级
result-measure = 措施
result-clause = 条款
result-link = 对应关系
result-link-official = 框架
result-link-ours = 本项目
result-strength-supporting = 减半
result-level = 落实程度
result-clause-level = 条款水平
result-credit = 可计
result-counted = 计入
result-reduction = 降低合计
result-formula = 100 ×（{ $l } + { $i }）= { $inherent }；减{ $reduction }得{ $residual }；按应用等级{ $tier }级调整得{ $shifted }
result-plan = 降至{ $grade }的办法
result-plan-steps = 落实{ $count }步，等级可降为{ $grade }
result-plan-step = 由{ $from }升至{ $to }；所需证据：{ $evidence }
result-plan-clear = 解除红线项{ $question }：{ $name }
result-plan-none = 已是最低等级。
result-plan-unreachable = 仅靠措施达不到：最好为{ $best }。只能改变应用场景、自主程度或应用规模。
result-helps = 其他最有效的措施
result-helps-row = 升至{ $to }：最高指数降{ $worst }{ $drops ->
    [0] {""}
   *[other] ，{ $drops }项降级
}
result-sensitivity = 单独改变一步的影响
result-better = 降低
result-worse = 升高
result-none = 无此类单独步骤。
result-step = { $step }（{ $grade }）
result-step-up = { $what }升一级
result-step-down = { $what }降一级
result-step-clear = 红线项“{ $line }”解除
result-step-cross = 触及红线项“{ $line }”
result-clauses = 6.3各条款
result-clause-limited = 因工作区记录所限，按{ $level }级计
result-clause-raise = 改进以下问题可升一级
result-method = 定级方法{ $method }。公式、阈值及6.3与风险的对应关系为本项目自定，框架未公布公式；条款号与风险名称出自框架。
result-dissent = 记录不同意见
result-dissent-title = 记录不同意见
result-dissent-text = 计算所得等级不变，您的意见印在等级旁边。
result-dissent-grade = 您认为恰当的等级
result-dissent-grade-missing = 请选择您认为恰当的等级。
result-dissent-reason = 理由
result-dissent-reason-missing = 请说明理由。
result-dissents = 不同意见
result-to-check = 逐题核对
result-add-action = 列为整改事项

check-title = 逐题核对
check-intro = 按条款列出全部回答。点“修改”，改后回到此页。
check-change = 修改
check-not-provided = 未提供
check-filter = 显示
check-filter-all = 全部
check-filter-open = 仅看未完成

review-title = 复核与签批
review-submit-title = 提交复核
review-submit-text = 提交后不能再修改，除非复核人退回。
review-signers = 签署人及顺序
review-signer = 第{ $number }签署人
review-signer-role = 角色
review-signer-person = 人员
review-signer-add = 增加签署人
review-signer-remove = 去掉第{ $number }签署人
review-same-person = 同一人出现两次。每名签署人应为不同的人。
review-submit = 提交复核
review-blocked = 请先完成以上事项。
review-begun = 开始评估
review-submitted = 提交复核
review-approved = 批准
review-approve-title = 批准
review-approve-text = 批准后状态冻结，据此生成报告。请先查看评估结果并逐题核对。
review-approve = 批准评估
review-return = 退回修改
review-return-reason = 需修改的内容
review-return-reason-missing = 请说明需修改什么。
review-waiting = 等待“批准人”角色的人员办理。
review-report-title = 报告
review-report-another = 再生成一份报告
review-report-text = 报告依据已批准的状态生成，列明全部签署人。
review-report-locale = 报告语言
review-report-make = 生成报告
review-report-made = 报告共{ $pages }页，待{ $signers }人签署。
review-to-reports = 查看报告
review-signed = 本评估已签署，不可更改。

period-quarter = { $year }年第{ $quarter ->
    [1] 一
    [2] 二
    [3] 三
   *[4] 四
}季度
period-range = { $from }至{ $to }

assessment-next = 继续
