# What went wrong: one message per error code, `err-` and the code. Each says what is wrong, where,
# and what to do.

# $detail (String) what the program reports
err-restart-needed = 程序出现故障，无法安全继续。请关闭窗口并重新启动程序；界面显示已保存的内容均在文件中。
err-unexpected = 出现意外错误：{ $detail }。没有任何内容被改动。请重试；如再次出现，请告知管理员。

# Commands
err-command-unknown = 本程序没有命令{ $command }。
err-option-number = --{ $option }须为数；“{ $value }”不是可用的数。
err-request-malformed = 请求与命令的要求不符：{ $detail }。请更正后重试。
err-revision-missing = 缺少所修改的版本号。请重新打开页面。
err-cancelled = 已取消，未作任何改动。

# Workspace file and keys
err-workspace-closed = 尚未打开工作区。请先打开。
err-workspace-missing = 没有这个文件。请检查路径。
err-workspace-not-one = 这个文件不是Assay工作区。请选择扩展名为.assay的文件。
err-workspace-newer = 该工作区由更新版本的程序写成（格式{ $file }；本版本最高支持{ $program }）。请使用新版本；文件未被改动。
err-workspace-damaged = 口令正确，但文件已损坏（{ $part ->
    [salt] 开头16字节
    [first-page] 第一页
    [truncated] 文件被截短
    [page] 其中一页
   *[content] 内容
}）。请勿写入，用最近的备份恢复。
err-workspace-beside-special = 工作区文件的位置被{ $path }占用，它是文件夹或设备。请移走它后重试。
err-workspace-name-taken = { $path }已存在，会被当作新工作区的文件；它未被改动。请换一个名称，或先移走它。
err-workspace-altered = 有人绕过本程序改动了该工作区的结构（{ $kind ->
    [table] 数据表
    [index] 索引
    [view] 视图
   *[trigger] 触发器
}“{ $name }”）。程序没有打开它，因此被植入的内容不会运行。请用最近的备份恢复，并查明谁知道口令。
err-workspace-open-elsewhere = 该工作区已在另一窗口或程序中打开。请先在那里关闭。
err-workspace-read-only = 该工作区只能读取：文件或所在文件夹被写保护。请复制到可写入的位置。
err-keys-missing = 工作区旁缺少密钥文件（同名，扩展名.assay-keys）。请放回原处；缺少它无人能打开工作区。
err-keys-damaged = 密钥文件（扩展名.assay-keys）已损坏。请换回旁边的上一份，或备份中的一份。
err-keys-changed = 密钥文件被外部改动。请换回未改动的副本，并查明改动者。
err-keys-foreign = 该密钥文件属于另一个工作区。请放上正确的文件。
err-keys-unfit = 密钥文件（扩展名.assay-keys）与该工作区不符：它属于另一个工作区，或该工作区文件的开头已损坏。请先放上属于该工作区的密钥文件；若仍不符，再用最近的备份恢复。
err-history-broken = 变更历史不完整：有条目被改动或缺失。请检查工作区并与备份比对。
err-passphrase-wrong = 口令不正确，无法打开该工作区。请检查大小写和输入法。
err-passphrase-short = 口令至少需要{ $length }个字符。用一句话最容易记住。
err-persons-most = 已有{ $most }人可以打开该工作区，无法再添加。请为其他人员另建工作区。
err-passphrase-taken = 已有其他人使用该口令。口令用来识别打开者，请另选一个。

# Files
err-file-missing = 文件{ $path }不存在。请检查路径。
err-file-forbidden = 您无权打开或写入{ $path }。请另选位置，或申请权限。
err-file-exists = 已有同名文件，未被改动。请换一个名称。
err-file-of-workspace = { $path }是Assay工作区或其旁边的文件，或使用了这类名称；它未被改动。请换一个名称。
err-file-is-read = { $path }正由本命令读取；它未被改动。请为写出的文件换一个名称。
err-file-special = { $path }是文件夹、链接或设备，不会由文件取代。请换一个名称。
err-file-failed = 读写{ $path }失败：{ $detail }。请检查位置和权限后重试。
err-io-failed = 读写失败：{ $detail }。请检查位置和权限后重试。
err-file-folder = { $path }是文件夹，此处需要文件。请选择文件。
err-file-none = { $path }既不是文件也不是文件夹（例如是管道或设备），没有打开。请选择文件。
err-file-not-text = 文件{ $path }不是UTF-8文本。请另存为UTF-8后重试。
err-file-too-long = 文件{ $path }过大，无法在此读取。
err-memory-short = 内存不足，无法解锁工作区：需要256 MB。请关闭其他程序后重试。
err-disk-full = 磁盘已满。没有丢失或改动任何内容；请腾出空间后重试。

# Records
err-stale = 期间已有人保存（版本{ $current }）。现已显示保存的内容，请重新填写您的更改。
err-not-found = 所查找的内容已不在工作区中。请返回并重新打开列表。
err-final = 内容已定稿，不能再更改。请另行开始新的评估。
err-taken = 该值已被使用，未保存。请另选一个。
err-in-use = 该证据仍附在{ $uses }处，未移除。请先在这些地方移除。
err-role-missing = 您的角色无权办理。需要以下角色之一：{ $roles }。
err-name-empty = 请填写名称。
err-title-empty = 请写明要做什么。
err-reason-empty = 请填写理由。
err-text-too-long = 文字超过{ $length }个字符。请缩短，或作为文件附上。
err-locator-empty = 请写明存放处。
err-organisation-empty = 请填写单位名称。
err-time-zone-unknown = 没有时区{ $zone }。请使用如Asia/Shanghai的名称。
err-roles-empty = 请至少选择一个角色。
err-administrator-last = 必须保留一名管理员。请先为其他人员设置该角色。
err-reference-taken = 已有其他人工智能系统使用该编号。请另选一个。
err-protection-level = 等保级别为1至5的数字。

# Assessment
err-context-value = 场景、自主、规模均为1至5的数字。
err-period-reversed = 期间的结束日期不得早于开始日期。
err-profile-unknown = 没有场景模板{ $profile }。请核对名称。
err-question-unknown = 没有问题{ $question }。请核对编号。
err-measure-unknown = 没有技术应对措施{ $control }。请核对编号。
err-measure-level = 落实程度为0至4的数字。
err-risk-unknown = 没有风险{ $risk }。请核对编号。
err-rating-value = 可能性与影响均为1至5的数字。
err-rating-both = 不适用的风险不填可能性与影响。
err-rating-empty = { $risk }尚未评定。请先评定。
err-rating-unconfirmed = 尚无人确认该风险不适用。请先确认评定。
err-rating-applies = 该风险适用，无须同意。
err-same-person = 第二人不能是作出判断的本人。
err-grade-value = 等级为1至5的数字。
err-grade-input = 输入无法定级：{ $place }，{ $value }（{ $reason }）。
err-evidence-standing = 证据情况须为“已附证据”或“现行且独立”。
err-evidence-target = 没有该标识对应的内容，无法附上证据。请核对标识。
err-incomplete = 仍有未完成事项，见任务清单。
err-step-impossible = 当前状态不能办理此步骤。请重新打开页面。
err-not-approved = 只有已批准的评估才能生成报告。请先完成批准。
err-signers-count = 请选择一至{ $most }名签署人。
err-signer-role = { $person }不具备签署所用的角色。请另选人员或角色。

# Findings and samples of audits
err-finding-audit-other = 该审计针对另一系统。请选择同一系统的审计。
err-finding-audit-closed = 该审计已关闭。请在进行中的审计中登记。
err-finding-severity-missing = 请选择严重程度：方法表未给出建议。
err-finding-severity-reason = 请说明为何不采用方法表建议的严重程度。
err-finding-clause = 没有条款6.3（{ $clause }）。请从（a）至（i）中选择。
err-finding-risk = 没有风险{ $risk }。请核对编号。
err-finding-step = 该发现目前{ $state ->
    [open] 未整改
    [in_remedy] 正在整改
    [to_verify] 待验证
    [closed] 已关闭
   *[accepted] 暂予接受
}，不能{ $step ->
    [start_remedy] 开始整改
    [remedied] 报告整改完成
    [verify] 验证
    [send_back] 退回
    [accept] 接受
   *[reopen] 重新打开
}。请重新打开页面。
err-finding-action-missing = 还不能开始整改：请先添加载明责任人和期限的整改事项。
err-finding-actions-running = { $count ->
   *[other] 还有{ $count }项整改事项未完成。请先完成或撤销。
}
err-finding-note-missing = 请用文字说明核实了什么，或为何办理此步骤。
err-finding-until-missing = 限期接受须设定晚于今天的截止日期；次日起该发现重新打开。
err-ledger-not-one = 这不是整改台账：缺少编号列和版次列。请从本程序导出台账，填写后再读入。
err-ledger-changed = 文件在查看后发生了变化。请重新查看。
err-ledger-refused = { $count ->
   *[other] 有{ $count }处内容无法采用，第一处在第{ $line }行“{ $column }”列。未作任何改动。
}
err-sample-attribute = 请说明对每个项目核查什么。
err-sample-population-name = 请说明项目是什么。
err-sample-empty = 没有可抽取的项目。请更换时期、文件或数量。
err-sample-too-many = 项目超过{ $most }个。请从其中一部分抽取，例如缩短时期。
err-sample-tolerable = 可容忍偏差率须大于0%且不超过100%。
err-sample-expected = 预计偏差数已达到不可容忍的数量。请提高可容忍偏差率或减少预计偏差数。
err-sample-large = 样本将有{ $size }个项目，超过人工可核查的{ $most }个。请提高可容忍偏差率或降低置信水平。
err-sample-column = 文件中没有“{ $column }”列。
err-sample-row = 第{ $line }行的“{ $column }”列无法读取。未抽取样本。
err-sample-item-empty = 第{ $line }行的“{ $column }”列没有项目名称。未抽取样本。
err-sample-item-long = 第{ $line }行“{ $column }”列的名称过长。请选择项目名称所在的列。未抽取样本。
err-sample-note = 第{ $item }个项目存在偏差：请说明所见情况。
err-sample-audit-closed = 该审计已关闭，其样本不再更改。

# Decision records, reasons and volumes
err-decision-system-missing = 请选择所决定事项对应的人工智能系统。
err-decision-disposition-missing = 请说明对系统输出的处理方式：采纳、修改后采纳、未采纳、暂缓或无系统输出。
err-decision-reason-missing = 修改或未采纳系统输出的，必须选择原因。
err-decision-reason-unknown = 该人工智能系统没有原因{ $code }。请从列表中选择，或先行添加。
err-decision-reason-text-missing = 仅选原因{ $code }不足以说明情况，请补充文字。
err-decision-final-missing = 请填写最终决定。只有暂缓的可以不填。
err-decision-outcome-missing = 请填写实际结果；没有结果的，结果的时间和来源应留空。
err-decision-time-future = { $field ->
    [ai_at] 系统输出时间
    [outcome_at] 结果获知时间
   *[decided_at] 决定时间
}晚于当前时间。请核对该时间和计算机时钟。
err-decision-time-early = { $field ->
    [ai_at] 系统输出时间
    [outcome_at] 结果获知时间
   *[decided_at] 决定时间
}早于1990年。请核对年份。
err-decision-latency-negative = 决定时间早于系统输出时间。请核对两个时间或决定用时。
err-decision-latency-long = 系统输出与决定相隔一年以上。请核对两个时间或决定用时。
err-decision-confidence = 置信度应为0至1之间的数，如0.85。
err-decision-harm = { $field ->
    [harm_if_followed] 按系统输出办理可能造成的危害
   *[harm_if_wrong] 人员判断有误可能造成的危害
}应为0（无）至4（最严重）之间的整数。
err-decision-text-long = 以下内容超过{ $length }个字符：{ $field ->
    [decided_at] 决定时间
    [ai_at] 系统输出时间
    [outcome_at] 结果获知时间
    [decision_point] 决策环节
    [model_version] 模型版本
    [prompt_version] 提示词版本
    [case_key] 事项编号
    [category] 类别
    [ai_output] 系统输出
    [reviewer] 复核人
    [human_initial] 初步判断
    [human_final] 最终决定
    [reason_text] 原因说明
    [outcome] 实际结果
   *[outcome_source] 结果来源
}。请缩短，或作为证据附上。
err-decision-text-nul = 以下内容含有文本中不应出现的字符：{ $field ->
    [decided_at] 决定时间
    [ai_at] 系统输出时间
    [outcome_at] 结果获知时间
    [decision_point] 决策环节
    [model_version] 模型版本
    [prompt_version] 提示词版本
    [case_key] 事项编号
    [category] 类别
    [ai_output] 系统输出
    [reviewer] 复核人
    [human_initial] 初步判断
    [human_final] 最终决定
    [reason_text] 原因说明
    [outcome] 实际结果
   *[outcome_source] 结果来源
}。请重新填写。
err-decision-superseded = 该记录已被更正。请重新打开，并更正最新的一条。
err-decision-thinned = 该记录的文字内容已永久清除，不能再更正。
err-decision-unchanged = 内容没有变化，无须登记。
err-time-malformed = { $value }不是有效的日期和时间。请写作2026-11-24T18:45，或带时差写作2026-11-24T18:45:00+08:00。
err-reason-code = { $code }不能作为原因编码。请使用不超过40个小写字母、数字和连字符。
err-reason-name = 原因须有中文和英文名称，各不超过{ $length }个字符。
err-reason-taken = 该人工智能系统已有此编码的原因。请另选一个。
err-volume-period = 该期间既不是一日，也不是周一至周日的一周，也不是一个自然月。请从中选择。
err-volume-future = 该期间尚未结束，总量仍会变化。请在期满后登记。
err-volume-early = 该期间早于1990年。请核对年份。
err-volume-empty = 请填写总量或运行量，或两者都填。
err-volume-parts = 采纳、修改后采纳、未采纳、自动执行和未经复核合计{ $parts }，多于系统输出总数{ $issued }。每条输出只计一次。
err-volume-large = 总量数值过大，请核对。
err-volume-exposure = 运行量必须大于零。
err-volume-overlap = 已有{ $from }至{ $to }的期间总量，两者会重复计算相同的输出。请改为替换该条。
err-volume-superseded = 该期间总量已被替换。请重新打开列表。
err-stats-range = 起始日{ $from }晚于截止日{ $to }。请选择不晚于今日的日期。
err-stats-reviewer-few = 该复核人在此范围内的决定不足{ $least }件，数量过少，不足以说明个人情况，不予显示。请延长时间或放宽条件。

# Reports
err-not-your-turn = 应由其他人先签署。
err-signed-already = 已经签署。
err-signer-repeated = { $person }被选了两次。每名签署人应为不同的人。
err-signed-by-you = 您已签署过本报告。每个签名应由不同的人作出。
err-certificate-used = 该证书已签署过本报告。每个签名须使用不同的密钥。
err-report-not-as-seen = 向您展示页面之后，报告已有改动。请重新查看后再签署。
# $page (Number) which page
err-page-missing = 报告没有第{ $page }页。
err-page-large = 该页面过大，无法显示。请导出报告后查看。
# $path (String) the file
err-verify-changed = { $path }在验证之后已有改动。请重新验证。
err-verify-record-one = 每次只能为一个文件生成记录。请只指定一份报告。
err-report-superseded = 该报告已被新的报告替代。请打开新的报告。
err-report-older = 该报告由其他版本的程序或框架生成，无法制作可编辑副本。请重新生成报告，再制作其副本。
err-certificate-missing = 工作区内没有您的签名密钥。请管理员重新添加您。
err-signing-failed = 报告签署失败：{ $detail }。报告未被改动。
err-redact-unsigned = 该报告尚无人签署。请先签署：副本须载明已签署原件的摘要值。
err-redact-kind = 只有评估报告可以制作脱敏副本。
err-redact-nothing = 没有可隐去的内容。请选择要隐去的内容。
err-redact-word-short = “{ $word }”过短，无法逐处查找。请至少填写两个字符。
err-redact-question = 报告中没有问题{ $question }。请核对编号。
err-redact-red-line = 问题{ $question }的回答决定一个红线项，等级仍会反映该回答，因此不能隐去。
err-redact-certificate = 您签署所用的证书含有要隐去的“{ $word }”。请使用工作区的密钥签署。
err-redact-left = 副本中仍有“{ $word }”，因此未写出文件。请将其填入“其他词语”，或隐去更多内容。
err-key-file-unreadable = 这不是PKCS#12文件，或文件已损坏。请选择以.p12或.pfx结尾的文件。旧程序导出的文件可能采用另一种编码（BER），请重新导出，例如使用OpenSSL。
err-certificate-file-unreadable = { $path }内没有可读取的证书。请选择PEM或DER格式的文件。
err-anchors-many = 受信任的证书不能超过{ $most }个。请移除不需要的证书。
err-key-file-encryption = 本程序不识别该PKCS#12文件的加密方式。请以AES加密重新导出。
err-key-file-password = 口令无法打开该PKCS#12文件。请核对后重试。
err-key-missing = 文件内或令牌上没有私钥。请将证书连同私钥一并导出。
err-key-several = 有多个密钥：{ $keys }。请以标签或指纹指明用哪一个签署。
err-key-unknown = 没有名为“{ $wanted }”的密钥。现有：{ $keys }。
err-key-certificate-missing = 该密钥没有证书，其签名无人能够验证。请连同证书一并导出。
err-key-usage = 该证书不允许用于签名。请选择为签名签发的证书。
err-key-not-yet-valid = 该证书自{ $day }起方才有效。请届时再签署，或换用其他密钥。
err-key-expired = 该证书已于{ $day }过期。请用有效的证书签署。
err-key-weak = { $bits }位的RSA密钥过短，不安全。请使用至少2048位的密钥。
err-key-kind = 此类密钥不能签署报告。请使用P-256、P-384，或至少2048位的RSA密钥。
err-key-mismatch = 证书与私钥不匹配，未签署。请询问签发者。
err-module-unusable = 无法使用该PKCS#11模块：{ $detail }。请核对其路径。
err-token-missing = 未发现令牌。请插入后重试。
err-token-several = 有多个令牌：{ $tokens }。请以序列号或标签指明用哪一个签署。
err-token-unknown = 没有名为“{ $wanted }”的令牌。现有：{ $tokens }。
err-pin-wrong = PIN错误。{ $left ->
    [few] 令牌剩余的尝试次数已减少。
    [one] 仅剩一次尝试；再次输错将锁定令牌。
    [none] 已没有剩余的尝试次数。
   *[unknown] 令牌未说明剩余的尝试次数。
}
err-pin-locked = 令牌的PIN因错误次数过多已被锁定。请由令牌的发放者解锁。
err-token-gone = 令牌已被拔出。未签署任何内容，报告保持原样；请插入令牌后重新签署。
err-glyph-missing = 字体中没有字符{ $character }（{ $code }），见“{ $excerpt }”（{ $place }）。请换一种写法后重新生成报告。
err-report-long = 报告将超过{ $most }页。请缩短备注，或先关闭已完成的事项以减少列出内容，然后重新生成。
err-font-missing = 无法读取字体文件{ $name }。请重新安装程序。

# Import of tables
err-table-empty = 文件是空的。请另选一个。
err-table-too-long = 文件过大（{ $size }字节）。请拆分。
err-table-too-wide = 表格有{ $columns }列，超过可读取的上限。请去掉不需要的列。
err-table-nul = 第{ $line }行含有空字符：不是文本文件，或已损坏。
err-table-encoding = 第{ $line }行不符合{ $encoding }编码。请另存为UTF-8后重试。
err-table-open-quote = 第{ $line }行开始的引号没有结束。请补上引号。
err-table-heading-twice = 表头“{ $heading }”出现两次。请改名其中一列。
err-table-long-row = 第{ $line }行有{ $found }个值，而表头只有{ $expected }列。请检查分隔符和引号。
err-table-error-cell = 第{ $line }行{ $column }列为错误值{ $value }。请在表格中更正。
err-table-out-of-bounds = 电子表格中有单元格自称位于{ $place }，而工作表的最后一个位置是XFD1048576。请重新另存为XLSX或CSV。
err-table-heavy-row = 电子表格第{ $line }行的文字超过一行所能容纳的量。请缩短，或将表格另存为CSV。
err-table-unreadable = 无法读取电子表格：{ $detail }。请另存为XLSX或CSV。
err-import-name-missing = 请选择名称所在的列。
err-import-field-unknown = 没有可填的字段{ $field }。请核对名称。
err-import-column-missing = 文件中没有“{ $column }”列。请另选一列。
err-import-refused = 有{ $count }个值不能导入，第一个在第{ $line }行“{ $column }”列。没有导入任何内容。

# What comes with the program
err-framework-refused = 框架文件已损坏：{ $detail }。请重新安装程序。
err-sample-refused = 示例文件已损坏。请重新安装程序。

# Files and mappings of an import of decision records.
err-table-long-record = 第{ $line }行的记录过长，不可能是一条记录。请检查其前面的引号。
err-table-not-an-object = 第{ $line }行不是完整的JSON对象，其后各行也不是。请检查文件是否被截断。
err-table-encoding-unknown = 没有名为“{ $label }”的编码。请从列表中选择。
err-table-delimiter = 分隔符必须是一个字符。请从列表中选择。
err-table-sheet-unknown = 电子表格中没有工作表“{ $sheet }”。请从列表中选择。
err-import-running = 另一项导入尚未结束。请等待其结束或将其取消。
err-thinning-running = 正在删除超过保存期的文字。请等待其结束。
err-names-not-kept = 本工作区不保存复核人姓名。
err-names-not-shared = 您没有读取姓名的密钥。请让能够读取姓名的管理员重新保存一次隐私设置。
err-names-reader-last = 这样将无人能读取已保存的姓名。请先让另一名管理员打开工作区。
err-retention-none = 尚未设置决策记录文字的保存期。请先在设置中填写。
# $most (Number) the most months
err-retention-months = 保存期须为整数月，1至{ $most }。
err-import-undone = 这次导入此前已撤回。
err-import-corrected = 这次导入中有{ $count }条记录此后作过更正，不能整体撤回。请改为更正单条记录。
err-import-overtaken = 期间有其他改动。没有导入任何内容，请重新开始导入。
err-plan-cadence-zero = 间隔为0个月或0周的检查永远不会到期。请填写不小于1的数。
# $most (Number) 最长间隔
err-plan-cadence-long = 检查间隔不得超过{ $most }个月或周。请填写较小的数。
err-plan-system-missing = 请至少为计划选择一个人工智能系统。
err-plan-first-past = 首次到期日已过，计划一开始就会漏检。请选择更晚的日期；变更后的计划自明日起生效。
err-plan-first-far = 首次到期日在20年以后。请选择更早的日期。
# $day (String) 日期
err-plan-not-due = 该计划在{ $day }没有到期的检查。请选择计划中的到期日。
err-plan-passed = { $day }已到期，其结果予以保留。请将之后的日期跳过或改期。
err-plan-move = { $day }不在今天与相邻到期日之间。请选择今天之后且不越过相邻到期日的日期。
err-plan-reason = 请说明理由。
err-plan-paused = 该计划已经暂停。
err-plan-not-paused = 该计划没有暂停。
# $on (String) 日期
err-check-future = { $on }尚未到来，检查不可能已经完成。请填写实际完成的日期。
err-audit-running = 该人工智能系统已有未关闭的审计（到期日{ $due }）。请继续该审计，或先将其关闭。
err-audit-not-begun = 该审计尚未开始。请先开始。
err-audit-begun = 该审计已经开始。请继续填写检查表。
err-audit-closed = 该审计已关闭，不可更改。请另行开始下一次审计。
err-audit-scope-empty = 没有任何要检查的问题。请至少选择一个维度、问题或问题包。
err-audit-pack-unknown = 没有可选的问题包“{ $pack }”，或者它已撤下。请去掉它。
err-audit-reason = 请说明该问题为何不适用。
err-audit-no-checklist = 该审计还没有检查表。请先选择范围。
# $count (Number) 问题数
err-audit-open = 还有{ $count }个问题没有结果。请逐一填写；“未测试”也是一种结果。
err-audit-carried-changed = 有{ $count }项沿用的结果不再成立，因为问题、系统版本或证据已经变化。请重新测试带标记的各项。
err-audit-nothing-tested = 没有测试任何问题，无法关闭。请至少测试一个问题。
err-audit-not-earlier = 请选择同一人工智能系统早于本次的已关闭审计。
err-audit-question-unknown = 条款（b）中没有问题“{ $question }”。请去掉它。
err-pack-unreadable = 无法将该文件读取为问题包。请保存为UTF-8编码的TOML文本，或XLSX。
# $count (Number) 问题数；$line (Number) 第一处所在的行；$field (String) 键或列
err-pack-refused = 问题包有{ $count }处错误，第一处在第{ $line }行（{ $field }）。没有保存任何内容；请更正文件后重新读取。
err-second-review-tolerable = 可容忍比例不能为0，也不能大于1。请填写如5%的比例。
err-second-review-empty = 所选日期内没有可抽取的决策。请另选日期。
err-second-review-large = 需要同类事项{ $size }件，超过人员可复核的{ $most }件。请提高可容忍比例，或降低置信水平。
err-second-review-seed = 种子必须是64位十六进制数字，与先前样本所示一致。请更正，或留空以取新的种子。
err-mapping-name-empty = 请为对应关系命名。
err-mapping-field-missing = 缺少“{ $field ->
    [decidedAt] 决定时间
    [aiOutput] 系统输出
    [humanFinal] 最终决定
    [period] 期间
   *[other] { $field }
  }”。请选择所在的列，或填写固定值。
err-mapping-field-foreign = 字段“{ $field }”不属于这类文件。请从对应关系中去掉。
err-mapping-disposition-missing = 没有说明人员对系统输出的处理方式。请选择对应的列，或设定规则。
err-mapping-expression = 表达式“{ $text }”从第{ $place }个字符起无法读取。请在该处更正。
err-mapping-setting = 设置“{ $setting }”不能是“{ $value }”。请修改。
err-mapping-nothing-to-sum = 请至少选择一列总数或运行量。
err-mapping-no-month = 表头“{ $column }”没有说明年月。请将其从月份列中去掉。
err-mapping-malformed = 无法读取对应关系文件的第{ $line }行：{ $detail }。请在该行更正。
err-mapping-newer = 对应关系文件由更新版本的程序写成（格式{ $form }）。请使用该版本的程序。

# 切换预案、授权矩阵、停用测试与切换演练
err-fallback-empty = 预案尚无内容。请至少填写切换触发条件。
err-fallback-limit = 最长切换时间须为1至43,200的整数分钟，即不超过30天。
err-fallback-limit-reason = { $given }分钟超过该应用等级的{ $tier }分钟。请说明理由，或缩短时间。
err-fallback-point-taken = 该处（{ $point }）已有预案，请打开原预案修改。
err-fallback-system = 预案不能改属其他系统。请为另一系统新建预案。
err-authorisation-empty = 请至少列出一类操作。
err-authorisation-many = 一个矩阵最多列{ $most }类操作，请合并相近操作。
err-authorisation-action-missing = 第{ $place }类操作没有名称。请填写人工智能做什么，或删除该行。
err-authorisation-action-twice = “{ $action }”重复列出，请只保留一行。
err-stop-test-future = 测试日期尚未到来，请在测试完成后记录。
err-stop-test-tester-missing = 请填写测试人。
err-stop-test-time-missing = 请填写从发出指令到停用的秒数。
err-stop-test-time-long = 用时超过30天。请以秒填写。
err-drill-system-missing = 请说明演练针对哪个人工智能系统。
err-drill-named-empty = 请填写人工智能系统，填写平时所用名称即可。
err-drill-begun = 演练已经开始，计划内容不能再改。可添加备注。
err-drill-not-begun = 演练尚未开始，请先记录“故障”。
err-drill-over = 演练已经结束，仍可添加备注。
err-drill-mark-twice = “{ $mark ->
    [fault] 故障
    [noticed] 发现
    [decided] 决定切换
    [manual] 人工方式已运行
    [first_case] 首件办结
   *[restored] 恢复
}”已经记录，或其时刻已过。若时间有误，请添加备注。
err-drill-mark-order = 须先记录“{ $needed ->
    [fault] 故障
    [noticed] 发现
    [decided] 决定切换
    [manual] 人工方式已运行
    [first_case] 首件办结
   *[restored] 恢复
}”，才能记录“{ $mark ->
    [fault] 故障
    [noticed] 发现
    [decided] 决定切换
    [manual] 人工方式已运行
    [first_case] 首件办结
   *[restored] 恢复
}”。
err-drill-manual-missing = 人工方式尚未运行。请先记录，或中止演练并说明原因。
err-drill-not-last = “{ $mark ->
    [fault] 故障
    [noticed] 发现
    [decided] 决定切换
    [manual] 人工方式已运行
    [first_case] 首件办结
   *[restored] 恢复
}”不是最后记录的时刻，只能撤销最后一个。
err-drill-withdraw-late = 该时刻记录已超过{ $seconds }秒，予以保留。若为误按，请添加备注。
err-drill-reason-missing = 请说明中止原因。
err-drill-note-empty = 请写下观察到的情况。
err-drill-many = 数字超过{ $most }，请重新清点。
err-drill-backwards = 计算机的单调时钟倒退，该时刻不可信。请在备注中写下时间并重启程序。
err-drill-no-address = 该工作区上次由旧版本打开，锁定时无法记录。请先解锁一次。
err-drill-not-waiting = 此处已不在记录。请解锁工作区，已保存的内容都在。
err-drill-nothing = 请说明记录什么：时刻、--backlog、--errors或--note。
# 事件、报告与报告要求
err-incident-field = { $field ->
    [kind] 类别
    [title] 名称
    [decision_point] 决策环节
    [severity] 等级
    [occurred_at] 发生时间
    [noticed_at] 发现时间
    [decided_at] 决定切换时间
    [manual_at] 人工方式开始时间
    [restored_at] 恢复时间
    [effect] 经过和影响
    [people] 受影响人数
    [cases] 受影响事项数
    [response] 处置情况
    [cause] 原因
    [lessons] 教训
    [recipient] 报告对象
    [reported_at] 报告时间
    [reporter] 报告人
    [receipt] 回执
   *[note] 备注或理由
}
err-incident-earlier = { $earlier ->
    [occurred_at] 发生时间
    [noticed_at] 发现时间
    [decided_at] 决定切换时间
   *[manual_at] 人工方式开始时间
}
err-incident-system-missing = 请选择事件涉及的人工智能系统。
err-incident-system = 事件所属的人工智能系统不能更改。请另行登记。
err-incident-empty = 以下内容不能为空：{ err-incident-field }。请填写。
err-incident-long = 以下内容超过{ $length }个字符：{ err-incident-field }。请缩短，或作为证据附上。
err-incident-nul = 以下内容含有文本中不应出现的字符：{ err-incident-field }。请重新输入。
err-incident-future = { err-incident-field }晚于当前时间。请核对该时间和计算机时钟。
err-incident-early = { err-incident-field }早于1990年。请核对年份。
err-incident-order = 时间先后有误：{ err-incident-field }早于{ err-incident-earlier }。请核对两个时间。
err-incident-harm = 损害应为0（无）至4（最严重）之间的整数。
err-incident-large = { err-incident-field }数值过大。请核对。
err-incident-duty-missing = 请选择无须报告的要求。
err-incident-state = { $state ->
    [open] 事件仍在处理，请先登记处置完毕。
    [handled] 事件已处置完毕。
   *[closed] 事件已结案。须先说明理由重新处置，才能更改。
}
err-incident-not-handled = 处置完毕的事件须写明：{ err-incident-field }。请先填写。
err-incident-not-closed = 结案的事件须写明：{ err-incident-field }。请先填写。
err-incident-unanswered = { $count ->
   *[other] 还有{ $count }项报告要求没有答复。请登记报告情况，或写明无须报告的理由。
}
err-incident-report-superseded = 该报告已被替换。请重新打开该事件。
err-duty-recipient = 请写明报告对象。
err-duty-source = 请写明要求报告的依据。
err-duty-kinds = 请选择适用的事件类别。
err-duty-within = 时限应为1至{ $most }之间的整数。请核对数值和单位。
err-notification-failed = 桌面未能显示通知（{ $detail }）。待办情况见总览。
err-comparison-none = 该系统没有可供比较的更早评估。
err-logo-large = 文件超过{ $most }字节，大于徽标所需。请选用较小的文件。
err-logo-kind = 该文件既不是PNG图片，也不是SVG图形。请将徽标另存为其中一种格式。
err-logo-dots = 图片为{ $width }×{ $height }像素，总数超过{ $most }像素。请缩小后另存。
err-logo-damaged = 无法读取图片：文件已损坏或不完整。请重新保存。
err-logo-part = 图形含有徽标不能使用的“{ $part }”部分。请将文字转为轮廓并另存为普通形状，或另存为PNG。
err-logo-reference = 图形引用了文件以外的内容，本程序不会读取：{ $target }。请将全部内容保存在文件内。
err-logo-blank = 该图片在白纸上无法显示。请选用适合浅色背景的徽标。
