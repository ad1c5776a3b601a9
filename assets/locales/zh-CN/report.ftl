# 纸面评估报告。方法的尺度与名称见 method.ftl。

## 版面
paper-title = 人工智能系统风险评估报告
# $system (String), $period (String)
paper-subtitle = { $system }，{ $period }
# $from and $to (String) dates
paper-period = { $from }至{ $to }
# $system (String) name and version
paper-head = { $system } 风险评估报告
paper-sample = 教学示例
# $digest (String) in groups of four
paper-foot-digest = 事实摘要值 SHA-256 { $digest }
# $sequence (String), $digest (String) in groups of four
paper-foot-history = 变更历史 第{ $sequence }条 { $digest }
paper-foot-history-empty = 变更历史尚无记录

# 可编辑副本
# $number (Number) of the report
paper-copy-mark = 第{ $number }版的可编辑副本，未签署
# $number (Number) of the report, $digest (String) in groups of four
paper-copy-notice = 本文件为第{ $number }版的可编辑副本，未经任何人签署，内容可能已被改动；报告以签署的PDF文件为准。两者所依据事实的SHA-256为{ $digest }。

# $page and $pages (String)
paper-page = 第{ $page }页，共{ $pages }页
# $number (Number) of the table, $caption (String)
paper-caption-table = 表{ $number }　{ $caption }
# $number (Number) of the figure, $caption (String)
paper-caption-figure = 图{ $number }　{ $caption }
paper-link = 转到
# $year, $month and $day (Number)
paper-date = { $year }年{ $month ->
   *[other] { $month }
}月{ $day }日
# $date (String), $time (String)
paper-moment = { $date } { $time }
# $moment (String), $zone (String) IANA名称
paper-moment-in-zone = { $moment }（{ $zone }）
# $person (String), $moment (String)
paper-act = { $person }，{ $moment }
paper-separator = 、
# 各项名称本身可能带有顿号。
paper-item-separator = ；
# 页眉各项标识之间。
paper-mark-separator = {"　"}
# 相连的句子之间。
paper-sentence-separator = {""}
# $title (String)
# $about (String)
paper-titled = { $title }：{ $about }
paper-not-given = 未填写
paper-yes = 是
paper-no = 否
paper-attachment-facts = 本报告的全部事实数据，规范化JSON（RFC 8785）
paper-attachment-schema = 事实数据的JSON Schema
paper-attachment-oscal-results = OSCAL 1.1.3评估结果
paper-attachment-oscal-plan = OSCAL 1.1.3行动计划与里程碑

## 封面
# $circulation (String)
paper-circulation = 知悉范围：{ $circulation }
# $number (String)
paper-document-number = 文号：{ $number }
# $number (Number), $date (String)
paper-issue = 第{ $number }版，{ $date }
# $best and $worst (String) names of grades
paper-interval = 区间：{ $best }至{ $worst }
paper-interval-point = 区间：仅此一级
# $tier, $scenario, $autonomy, $scale (Number)
paper-tier-value = { $tier }级
paper-tier-detail = （场景{ $scenario }，自主{ $autonomy }，规模{ $scale }）
# $confidence (Number), $band (String)
paper-confidence-value = { $confidence }分，{ $band }
paper-red-lines = 红线项
# $crossed (Number)
paper-red-lines-crossed = { $crossed ->
   *[other] 六项中触及{ $crossed }项
}
paper-red-lines-clear = 六项均未触及
# $open (Number)
paper-red-lines-open = 均未触及，{ $open }项未回答
paper-organisation = 评估单位
# $organisation (String) its name
paper-logo = { $organisation }徽标
paper-depth = 评估深度
# $depth (String), $answered, $asked and $open (Number)
paper-depth-value = { $open ->
    [0] { $depth }，{ $asked }题全部作答
   *[other] { $depth }，{ $asked }题中已答{ $answered }题
}
paper-version = 系统版本
# $version and $supplier (String)
paper-version-value = { $version }，供应商{ $supplier }
paper-prepared = 编制
paper-reviewed = 审核
paper-approved = 批准
paper-sign-as = 签署
paper-sign-name = 姓名
paper-sign-title = 岗位或部门
paper-sign-page = 报告的编制人、审核人和批准人
# 等级刻度下方的简称。
paper-scale-1 = 低
paper-scale-2 = 一般
paper-scale-3 = 较大
paper-scale-4 = 重大
paper-scale-5 = 特别重大
# $basis (String)
paper-basis-value = 依据：{ $basis }。
# $title, $issuer, $released, $method (String)
paper-basis-framework = 评估对照：《{ $title }》（{ $issuer }，{ $released }）第6.3节。条款编号和风险名称出自框架；问题、6.3与风险的对应关系和定级方法（{ $method }）为本项目自定。本文件内嵌全部事实数据，任何人均可核验签名并重新计算等级。签名见末页。
paper-sample-title = 教学示例
paper-sample-body = 本报告所述单位为虚构，仅用于展示报告的样式，与任何真实系统无关。

## 红线项
paper-red-title = 红线项
paper-red-lead-clear = 六个红线项均未触及。
# $crossed (Number), $grade (String) name of the grade that they force
paper-red-lead-crossed = { $crossed ->
   *[other] 触及红线项{ $crossed }项。解除之前，残余风险等级不得低于{ $grade }。
}
# $open (Number)
paper-red-lead-open = { $open ->
   *[other] 红线项未回答{ $open }项，计算区间上端时按触及处理。
}
paper-red-column-id = 编号
paper-red-column-what = 红线项
paper-red-column-answer = 回答
paper-red-column-state = 状态
paper-red-crossed = 触及
paper-red-clear = 未触及
paper-red-open = 未回答
paper-red-summary = 六个红线项问题及其回答和状态

## 摘要
paper-summary-title = 摘要
# $system, $grade (String), $number (Number)
paper-summary-lead = { $system }的残余风险等级为{ $number }级（{ $grade }）。
# $best and $worst (String)
paper-summary-interval = 将所有存疑之处分别作有利和不利处理，等级在{ $best }与{ $worst }之间。
paper-summary-interval-point = 现有存疑之处均不会改变等级。
# $tier (Number), $parts (String)
paper-summary-parts = 应用等级为{ $tier }级。决定残余风险等级的是：{ $parts }。
# $risks (String)
paper-summary-worst = 最突出的风险：{ $risks }。
# $clauses (String)
paper-summary-weak = 6.3中尚未落实的条款：{ $clauses }。
paper-summary-weak-none = 6.3各条款至少已部分落实。
# $confidence (Number), $band (String), $bare (Number), $open (Number)
paper-summary-confidence = 依据充分度为{ $confidence }分（满分100分），程度为{ $band }：{ $bare ->
    [0] 各项措施和条款均有证据
   *[other] { $bare }项措施和条款仅有口头陈述
}，{ $open ->
    [0] 没有未回答之处
   *[other] { $open }处未回答
}。
# $step (String)
paper-summary-help = 最有效的改进：{ $step }。
# $grade (String), $count (Number)
paper-summary-plan = { $count ->
   *[other] 完成{ $count }步改进即可降至{ $grade }（见“怎样改进”）。
}
# $grade (String)
paper-summary-plan-clear = 解除触及的红线项即可降至{ $grade }。
# $grade (String)
paper-summary-plan-none = 仅靠措施无法降至{ $grade }：需要调整场景、自主程度或应用规模。
# $open and $late (Number)
paper-summary-actions = { $open ->
   *[other] 未完成的整改事项{ $open }项
}，{ $late ->
    [0] 均未逾期
   *[other] 其中逾期{ $late }项
}。
paper-summary-actions-none = 没有未完成的整改事项。
# $count (Number)
paper-summary-dissent = { $count ->
   *[other] 有{ $count }人对等级持不同意见（见“等级说明”）。
}

## 目录
paper-contents = 目录

## 范围与系统
paper-scope-title = 范围与系统
paper-system-title = 人工智能系统
paper-context-title = 应用情境
paper-context-intro = 三项事实决定应用等级，措施不会降低应用等级。“工作人员”一律指经培训的本单位人员，不指被服务的公民、患者或客户。
paper-context-column-axis = 事实
paper-context-column-value = 取值
paper-context-column-reason = 理由
paper-context-summary = 场景、自主程度和规模的取值与理由
paper-filing-title = 备案与保护
paper-assessment-title = 本次评估
paper-assessment-period = 评估期间
paper-assessment-phase = 系统阶段
paper-assessment-profile = 场景模板
paper-assessment-profile-none = 未使用场景模板
paper-assessment-begun = 开始
paper-assessment-submitted = 提交复核
paper-assessment-approved = 批准
paper-assessment-as-of = 事实截止

## 等级
paper-grade-title = 等级说明
paper-grade-intro = 残余风险等级取四个部分中的最大值。措施再好，也不能抵消一项重大风险。
paper-part-column = 部分
paper-part-column-grade = 等级
paper-part-column-why = 原因
paper-part-summary = 等级的四个部分
paper-part-worst_risk = 最高风险
paper-part-accumulation = 风险累积
paper-part-context_floor = 应用等级下限
paper-part-gates = 关口与红线项
# $part (String)
paper-part-deciding = { $part }（决定等级）
# $risk (String), $index (Number)
paper-part-worst-why = { $risk }，指数{ $index }
paper-part-worst-none = 没有适用的风险
# $count, $level, $needed (Number)
paper-part-accumulation-why = { $level }级及以上的风险{ $count }项，满{ $needed }项即计入
paper-part-accumulation-none = 各项计数均未达到
# $tier (Number)
paper-part-floor-why = 应用等级{ $tier }级本身的要求
paper-part-gates-none = 没有触发关口
paper-gate-title = 关口
paper-gate-intro = 不可缺少的事项未落实时，关口使等级不能降低。
paper-gate-column = 关口
paper-gate-column-why = 触发原因
paper-gate-summary = 已触发的关口
paper-gate-control = 人工控制
paper-gate-fallback = 切换预案
paper-gate-uncontrolled = 无措施的风险
paper-gate-neglect = 条款未落实
paper-gate-red_line = 红线项
# $control (String), $level (String)
paper-gate-why-control = { $control }计为“{ $level }”
# $risks (String)
paper-gate-why-risks = 相关风险：{ $risks }
# $questions (String)
paper-gate-why-red = 触及：{ $questions }
paper-count-title = 风险累积
paper-count-intro = 多项风险同时存在，比其中任何一项都更重。
paper-count-column-level = 风险级别
paper-count-column-count = 实有项数
paper-count-column-needed = 计入项数
paper-count-column-grade = 对应等级
paper-count-column-reached = 是否达到
# $level (Number)
paper-count-level = { $level }级及以上
paper-count-summary = 风险的三项计数
paper-interval-title = 区间与依据充分度
# $best, $point and $worst (String)
paper-interval-text = 最好为{ $best }，目前为{ $point }，最差为{ $worst }。
# $point (String)
paper-interval-same = 无论存疑事项如何认定，等级均为{ $point }。
paper-interval-how = 计算区间时，未回答、仅有口头陈述以及未经第二人确认的“不适用”，分别按有利和不利各计一次。
# $confidence (Number), $band (String)
paper-confidence-text = 依据充分度说明等级的依据是否充分，本次为{ $confidence }分（满分100分），程度为{ $band }。它不改变等级。
paper-open-title = 存疑事项
# $names (String)
paper-open-context = 情境未回答：{ $names }
# $names (String)
paper-open-risks = 未完整评定的风险：{ $names }
# $names (String)
paper-open-unevidenced-risks = 评定无证据：{ $names }
# $names (String)
paper-open-unconfirmed = 仅一人认定“不适用”：{ $names }
# $names (String)
paper-open-controls = 措施和条款未回答：{ $names }
# $names (String)
paper-open-unevidenced-controls = 措施和条款仅有口头陈述：{ $names }
# $names (String)
paper-open-red-lines = 红线项未回答：{ $names }
paper-capped-title = 受证据限制的回答
paper-capped-intro = 证据到哪一步，回答就计到哪一步。
paper-capped-column-answer = 回答
paper-capped-column-counts = 计为
paper-capped-summary = 级别受证据限制的措施和条款
paper-help-title = 怎样改进
paper-help-intro = 每行为一项措施或条款的一步改进，最有效的在前。级别由0（未建立）至4（经验证有效）。“等级”指仅完成这一步之后的等级，“最高风险”为最高风险指数的降幅，“降级风险”为级别降低的风险项数。
paper-help-column-step = 改进
paper-help-column-evidence = 所需证据
paper-help-column-grade = 等级
paper-help-column-worst = 最高风险
paper-help-column-drops = 降级风险
# $from and $to (Number) levels
paper-help-step = { $from }至{ $to }
paper-help-none = 任何措施的单步改进都不能降低最高风险，也不能使风险降级。
paper-help-summary = 各项措施的改进及效果
# $control, $from, $to (String)
paper-step = { $control }由“{ $from }”提高到“{ $to }”
# $grade (String)
paper-plan-title = 降至{ $grade }的方案
# $questions (String)
paper-plan-clear = 首先解除红线项：{ $questions }。
# $questions (String)
paper-plan-clear-enough = 解除下列红线项即可达到：{ $questions }。
# $count (Number)
paper-plan-steps = { $count ->
    [1] 完成下列一步即可达到：
   *[other] 完成下列{ $count }步即可达到，缺一不可：
}
# $count (Number)
paper-plan-then = { $count ->
    [1] 随后完成下列一步：
   *[other] 随后完成下列{ $count }步，缺一不可：
}
# $step and $evidence (String)
paper-plan-step = { $step }（证据：{ $evidence }）
# $best (String)
paper-plan-best = 仅靠措施无法达到。即使全部措施经验证有效，等级仍为{ $best }。障碍在于：
# $part (String), $grade (Number)
paper-plan-blocker = { $part }：{ $grade }级
# $risks (String)
paper-plan-risks = 仍高于目标的风险：{ $risks }
paper-plan-none = 已是最低等级。
paper-single-title = 能改变等级的单项变化
# $grade and $steps (String)
paper-single-better = 可降至{ $grade }：{ $steps }
# $grade and $steps (String)
paper-single-worse = 将升至{ $grade }：{ $steps }
# $what (String)
paper-change-up = { $what }升一级
# $what (String)
paper-change-down = { $what }降一级
# $risk (String)
paper-change-likelihood = { $risk }的可能性
# $risk (String)
paper-change-impact = { $risk }的影响
# $line (String)
paper-change-clear = 解除红线项{ $line }
# $lines (String) numbers of red lines
paper-change-cross = 触及红线项（{ $lines }）
paper-single-none = 没有任何单项变化能改变等级。
paper-dissent-title = 不同意见
paper-dissent-intro = 等级不得手工更改。持不同意见者说明理由，并印入报告。
# $grade (String)
paper-dissent-grade = 建议定为{ $grade }
# $act and $proposal (String)
paper-dissent-line = { $act }，{ $proposal }

## 条款
paper-clauses-title = 逐条评估
paper-clauses-intro = 6.3各条款及本项目的问题。“符合”一律表示达到要求。级别由回答及其证据按方法得出。
paper-clause-column = 条款
paper-clause-column-level = 级别
paper-clause-column-standing = 证据
paper-clause-column-counted = 计为
paper-clauses-summary = 九个条款及其级别
paper-clause-level = 级别
# $level (Number), $name (String)
paper-level = { $level }，{ $name }
paper-clause-limited = { $level }（受演练和决策记录数据限制）
paper-clause-no-credit = 即本次评估，不计分
paper-question-column-id = 编号
paper-question-column = 问题
paper-question-column-answer = 回答
paper-question-column-standing = 证据
paper-question-critical = 关键
paper-question-red = 红线项
paper-question-inherited = 全单位统一回答
# $note (String)
paper-note = 说明：{ $note }
# 窄栏中的证据情况。
paper-standing-none = 无证据
paper-standing-attached = 已附证据
paper-standing-current_independent = 现行且独立
# $count (Number)
paper-question-left-out = { $count ->
   *[other] 快速评估不问的问题有{ $count }个。
}
# $clause (String)
paper-question-summary = { $clause }的问题及回答
# $reason (String)
paper-na-reason = 不适用：{ $reason }

## 风险
paper-risks-title = 26项风险
# $applicable (Number), $na (Number)
paper-risks-intro = { $na ->
    [0] { $applicable }项风险全部适用。
   *[other] 适用{ $applicable }项，不适用{ $na }项。
}可能性和影响按采取措施之前评定；残余指数由计算得出，不作录入。
# $count and $others (Number)
paper-risks-proposed = { $others ->
    [0] 各项评定均采用场景模板的建议，并经人员确认。
   *[other] 其中{ $count }项评定采用场景模板的建议并经人员确认，{ $others }项另行评定。
}
paper-map-title = 热力图
paper-map-intro = 各项风险在采取措施之前的位置。颜色表示该可能性与影响在本应用等级下对应的级别。
# $count, $grave (Number) risks
paper-map-alt = 按采取措施之前的可能性与影响绘制的热力图，共{ $count }项风险，其中{ $grave }项位于重大风险或特别重大风险区域。下表列出每项风险。
paper-table-title = 固有与残余
paper-table-column-risk = 风险
paper-table-column-li = 可能性、影响
paper-table-column-inherent = 固有
paper-table-column-reduction = 降低
paper-table-column-residual = 残余
paper-table-column-level = 措施后级别
paper-table-summary = 26项风险的可能性、影响、固有与残余指数和级别
paper-not-applicable = 不适用
# $grade (String)
paper-risks-of = { $grade }
# $count, $applicable (Number)
paper-risks-of-intro = { $count ->
   *[other] 适用的{ $applicable }项风险中有{ $count }项。
}
paper-risk-evidence = 证据
paper-risk-margin = 余量
# $points (Number), $grade (Number)
paper-risk-margin-above = 距上一级（{ $grade }级）{ $points }分
paper-risk-margin-below = 距下一级（{ $grade }级）{ $points }分
paper-risk-reason = 理由
paper-risk-changed = 另行评定，未采用模板的建议
# $value (Number), $name (String)
paper-scale-value = { $value }，{ $name }
# $value (Number)
paper-scale-assumed = 未回答，按{ $value }计
# $index (Number)
paper-index-inherent = 固有{ $index }
paper-index-residual = 残余{ $index }
# $inherent, $residual, $level (Number)
paper-index-alt = 指数由固有{ $inherent }降至残余{ $residual }，{ $level }级
paper-credit-column-measure = 措施
paper-credit-column-what = 名称
paper-credit-column-link = 对应
paper-credit-column-level = 级别
paper-credit-column-credit = 分值
paper-credit-column-counted = 计入
# $risk (String)
paper-credit-summary = 各项措施如何降低{ $risk }
paper-link-official = 框架
paper-link-ours = 自定
# $source (String)
paper-link-supporting = { $source }，减半
# $level (Number), $standing (String)
paper-credit-level = { $level }，{ $standing }
# $names (String)
paper-credit-nothing = 未得分：{ $names }
paper-reduction = 合计降低
# $formula parts
paper-risk-note = 指数＝100×（可能性＋影响），按应用等级{ $tier }级调整{ $shift }，再减去降低值。后文所列措施，后一项只计前一项的一半，逐项向下取整。措施级别：0未建立，1已计划，2部分落实，3已落实，4经验证有效。标为“框架”的对应关系出自框架附表，标为“自定”的由本项目自定；“减半”为辅助对应。
paper-risks-na-title = 不适用的风险
paper-na-column-reason = 理由
paper-na-column-agreed = 第二人确认
paper-na-alone = 仅一人认定
paper-na-summary = 认定为不适用的风险及理由

## 措施
paper-measures-title = 21项措施
paper-measures-intro = 框架第4章的技术应对措施，由供应商或本单位落实。简称为本项目所拟。
paper-measures-column-measure = 措施
paper-measures-column-level = 级别
paper-measures-column-standing = 证据
paper-measures-column-counts = 计为
paper-measures-summary = 21项措施的级别、证据和说明

## 整改事项
paper-actions-title = 整改事项
paper-actions-none = 本系统没有整改事项。
paper-actions-column-what = 整改事项
paper-actions-column-target = 针对
paper-actions-column-owner = 责任人
paper-actions-column-due = 期限
paper-actions-column-state = 状态
paper-actions-summary = 整改事项的责任人、期限和状态
paper-actions-late = 逾期
paper-target-system = 整个系统
# $question (String) number of a question
paper-target-question = 问题{ $question }
paper-target-finding = 审计发现
paper-target-incident = 事件
paper-target-signal = 决策记录中的异常信号
paper-target-supplier = 向供应商提出的问题

## 证据
paper-evidence-title = 证据
paper-evidence-none = 未附证据。
paper-evidence-intro = 文件以SHA-256摘要值固定：持有文件的人可以重新计算。为多项回答添加的相同证据只列一次。
paper-evidence-column-id = 编号
paper-evidence-column-name = 证据
paper-evidence-column-dated = 日期
paper-evidence-column-standing = 情况
paper-evidence-digest-only = 内容留在原处
# $digest (String) in groups of four
paper-evidence-digest = SHA-256 { $digest }
# $place (String)
paper-evidence-place = 存放处：{ $place }
paper-evidence-summary = 证据的日期、情况和摘要值

## 方法
paper-method-title = 方法与来源
paper-method-official = 出自框架的内容
paper-method-official-text = 条款编号、26项风险及其分类的名称、综合治理措施的名称，以及标为“框架”的风险与措施对应关系，均出自框架。摘要由本项目撰写。
paper-method-ours = 本项目自定的内容
paper-method-ours-text = 框架未公布计算公式。问题、良好状态、红线项、尺度、标为“自定”的对应关系、场景模板和定级方法均为本项目自定，不代表任何主管部门。
paper-method-framework = 框架
# $title, $version (String)
paper-method-framework-value = 《{ $title }》，数据版本{ $version }
paper-method-grading = 定级方法
paper-method-digest = SHA-256
paper-method-computed = 等级如何计算
paper-method-step-index = 固有指数H＝100×（可能性＋影响），各为1至5。与风险对应的措施按有效级别得分；最大的一项全额计入，其后每项只计前一项的一半。残余指数为H减去降低值。
paper-method-step-tier = 应用等级T＝（2×场景＋自主＋规模＋2）除以4后向下取整，不低于场景减1。应用等级调整每项指数：依赖越重，要求越严。
# $edges (String)
paper-method-step-level = 各级别的起点为{ $edges }。影响为5时不低于2级。
paper-method-step-evidence = 证据限制回答的分值：无证据最多计为“部分落实”；已附证据最多计为“已落实”（应用等级1级和2级可计为“经验证有效”）；现行且独立的证据可计为“经验证有效”。
paper-method-step-grade = 残余风险等级取最高风险、风险累积、应用等级下限和关口四者的最大值。
paper-method-recompute = 重新计算
paper-method-recompute-text = 本报告内的facts.json包含全部回答、评定和表格，facts.schema.json说明其结构，任何PDF阅读器均可另存。各页页脚的摘要值即facts.json的SHA-256。
paper-method-facts-digest = 事实摘要值
paper-method-history = 变更历史
# $sequence (String)
paper-method-history-value = 第{ $sequence }条
paper-method-signature = 关于签名
paper-method-signature-text = 签名使用本单位自有的密钥。在信任该证书之前，阅读器会提示证书未知；请将签名中的指纹与签署人提供的指纹核对。

## 术语
paper-glossary-title = 术语
paper-term-tier = 应用等级
paper-term-tier-text = 对该系统的依赖程度，由场景、自主程度和规模得出，1至5级。措施不会降低它。
paper-term-grade = 残余风险等级
paper-term-grade-text = 真正落实的措施之后剩下的风险，1至5级；必附区间和依据充分度。
paper-term-interval = 区间
paper-term-interval-text = 将所有存疑之处分别作有利和不利处理所得的等级。
paper-term-confidence = 依据充分度
paper-term-confidence-text = 等级的依据是否充分，0至100。
paper-term-red = 红线项
paper-term-red-text = 六个问题之一，不符合时等级不能降低。
paper-term-standing = 证据情况
paper-term-standing-text = 无证据、已附证据、现行且独立。
paper-term-inherent = 固有
paper-term-inherent-text = 采取措施之前。
paper-term-residual = 残余
paper-term-residual-text = 落实措施之后；由计算得出，不作录入。
paper-term-measure = 措施
paper-term-measure-text = 框架第4章21项技术应对措施之一。
paper-term-dissent = 不同意见
paper-term-dissent-text = 对计算所得等级的异议及理由，与等级一并印出。
paper-term-history = 变更历史
paper-term-history-text = 工作区每次更改的链式记录，其末端印在每页页脚。

## 签署
paper-sign-title-page = 签署
paper-sign-intro = 签署即确认已阅读本报告，并对本人职责内的内容负责。各签名域依次签署，后签不影响先签的签名。
paper-sign-signature = 签名
paper-sign-date = 日期
paper-sign-placeholder = 电子签名域
paper-sign-blank = 　　年　　月　　日
# $role, $name (String)
paper-sign-tip = { $role }{ $name }的签名
paper-sign-same = 同一人签署了不止一处。
# In the right-hand column of a report in two languages: where one signs or sets the seal
paper-aside = 见左栏
paper-seal-title = 盖章
paper-seal-organisation = 单位盖章
paper-seal-unit = 部门盖章
paper-seal-note = 印章用于纸质文本；页脚的摘要值将纸质文本与电子文件对应起来。

# Redacted copies
paper-removed = ［已隐去］
# $number (Number) of the person
paper-removed-person = 人员{ $number }
# $number (Number) of the piece
paper-removed-evidence = 证据{ $number }
paper-redacted = 脱敏副本
# $number (Number) of the original report
paper-redacted-title = 第{ $number }号报告的脱敏副本
# $number (Number) of the original report
# $signatures (Number) how many had signed it
# $digest (String) its SHA-256
paper-redacted-body = 本副本由第{ $number }号报告的事实隐去部分内容后重新生成。原件有{ $signatures }个签名，SHA-256为{ $digest }。
# $act (String) who and when
paper-redacted-made = 制作：{ $act }。
paper-redacted-by = 副本制作
paper-redacted-heading = 隐去的内容
paper-redacted-intro = 下表列出隐去内容的种类和次数。等级依据全部回答得出，包括已隐去的回答。
paper-redacted-column-what = 隐去内容
paper-redacted-column-count = 次数

# The readme of a body of evidence
body-title = 如何核对本文件夹
# $files (Number) of evidence files
body-text = report.pdf为已签署的报告。evidence文件夹内为随附的{ $files }个证据文件，文件名以附录中的编号开头。

    运行下列命令，若每个文件均显示OK，则文件未被改动（适用于Linux和macOS；Windows可用certutil -hashfile 文件 SHA256）：

    sha256sum -c SHA256SUMS

    报告附录亦载有各文件的SHA-256，可与SHA256SUMS比对。签名可用任何支持PAdES的PDF阅读器验证。
body-named = 附录中列出但不在本文件夹内：
