# Reports: list, one report, signing.

# $count (Number) reports, $unsigned (Number) those of them that lack a signature
report-title = { $count ->
    [0] 没有报告
   *[other] { $count }份报告{ $unsigned ->
        [0] {""}
       *[other] ，{ $unsigned }份尚未签署完毕
    }
}
# $unsigned (Number) reports lacking a signature, $mine (Number) those the person here can sign
report-lede = { $unsigned ->
    [0] 没有待签署的报告。
   *[other] { $mine ->
        [0] 目前没有待您签署的报告。
       *[other] 其中{ $mine }份待您签署。
    }
}
report-empty = 还没有报告
report-empty-text = 评估批准后生成报告；审计、事件、预案和演练的报告在各自页面生成。各签署人随后在此依次签署。
report-gone = 工作区中没有该报告。
report-column-system = 人工智能系统
report-column-state = 签署情况
report-column-pages = 页数
report-column-made = 生成日期
report-column-turn = 待您签署
# $number (Number) of the report of its assessment
report-number = 第{ $number }号
# $signed and $expected (Number) signatures
report-state-unsigned = 未签署，应签{ $expected }人
# $signed and $expected (Number) signatures
report-state-partly_signed = 已签{ $signed }人，应签{ $expected }人
# $signed and $expected (Number) signatures
report-state-signed = { $signed ->
    [1] 已签署
   *[other] { $expected }人均已签署
}
# $signed and $expected (Number) signatures
report-state-superseded = 已被替代（已签{ $signed }人，应签{ $expected }人）
# $kind and $about (String) name, $number (Number) of the report
report-page-title = { $kind }：{ $about }（第{ $number }号）
# $pages (Number), $language, $made and $person (String)
report-page-lede = { $pages ->
   *[other] { $pages }页
}，{ $language }，{ $made }由{ $person }生成。
report-export = 保存PDF
report-export-title = 将报告保存为PDF
# $path (String) of the file, $size (String) of the file
report-exported = 已写入{ $path }，{ $size }。
report-copy = 可编辑副本（DOCX）
report-copy-title = 将可编辑副本保存为DOCX
# $path (String) of the file, $size (String) of the file
report-copied = 未签署的副本已写入{ $path }，{ $size }。
report-signers = 签署人（按顺序）
report-signer-next = 待签署
report-signer-later = 待前一人签署后签署
# $at (String) formatted time
report-signed-at = 已于{ $at }签署
# $digest (String) shortened SHA-256
report-certificate = 证书 { $digest }
report-final = 已签署的内容不能修改。此后的评估将替代本报告并予以注明；后续签名追加在同一文件中。
report-inside = 文件内容
report-file-name = 文件名
report-facts-digest = 事实数据的SHA-256
report-pdf-digest = PDF的SHA-256
report-sign = 签署报告
report-sign-title = 签署报告
report-sign-what = 签署内容
report-sign-as = 签署人
report-sign-final = 您签署后，报告即完成并定稿。
report-sign-partly = 您签署即对报告内容负责，随后由下一签署人签署。
report-sign-read = 先保存PDF阅读
report-sign-unseen = 请先查看页面：目前尚未展示任何一页。
report-pages = 页面
# $page (Number) which page
# $pages (Number) how many there are
report-page-of = 第{ $page }页，共{ $pages }页
# $page (Number) which page
# $pages (Number) how many there are
report-page-alt = 第{ $page }页，共{ $pages }页，与文件内容一致
# $page (Number) which page
# $pages (Number) how many there are
report-page-drawing = 正在绘制第{ $page }页，共{ $pages }页
report-page-previous = 上一页
report-page-next = 下一页
report-page-last = 签署页
report-page-larger = 放大
report-page-smaller = 整页
report-sign-passphrase-hint = 用于打开您的签名密钥，密钥不离开工作区。
report-sign-with = 签署方式
report-identity-workspace = 本工作区密钥
report-identity-pkcs12 = PKCS#12文件
report-identity-token = 令牌
report-signed-with = { $identity }：{ $subject }
report-sign-pick = 选择文件
report-sign-file = PKCS#12文件
report-sign-file-missing = 请选择含有密钥的文件
report-sign-password = 文件口令
report-sign-module = PKCS#11模块
report-sign-module-hint = 随令牌提供的共享库。
report-sign-module-missing = 请选择令牌的模块
report-sign-token = 令牌
report-sign-token-hint = 序列号或标签，插有多个令牌时填写。
report-sign-pin = PIN
report-sign-pin-missing = 请输入令牌的PIN
report-sign-key = 密钥
report-sign-key-hint = 标签或证书指纹，有多个密钥时填写。
report-sign-passphrase-other = 用于确认是您本人签署。口令或PIN仅使用一次，不会保存。
report-signed-one = 已签署，由下一签署人继续。
report-signed-all = 应签人员已全部签署。

# Kinds of report
report-kind-assessment = 评估
report-kind-audit = 审计
report-kind-ledger = 整改台账
report-kind-incident = 事件
report-kind-fallback_card = 切换预案卡
report-kind-drill = 切换演练
report-kind-overview = 概览
report-kind-decisions = 决策分析
report-kind-comparison = 比较
report-column-kind = 种类
report-column-about = 对象
report-about-all = 全单位
report-no-signers = 无须签署
report-no-signers-long = 本报告无须签署。

# Making a report of what a screen shows
report-make = 生成报告
report-make-title = 生成报告：{ $kind }
report-make-signed = 需要签署
report-make-signed-hint = 按所列顺序签署，签署页位于报告末尾。
report-make-comparison = 与上次比较

# Tokens
report-sign-tokens = 显示令牌
report-sign-tries-few = 剩余尝试次数减少
report-sign-tries-one = 仅剩一次尝试
report-sign-tries-none = PIN已锁定

# Copies
report-redact = 脱敏副本
report-redact-title = 制作脱敏副本
report-redact-lede = 副本由替换下列内容后的事实重新生成，文件任何部分均不含被隐去的内容。副本会载明其为副本、对应哪份报告以及隐去了什么。
report-redact-what = 隐去
report-redact-answers-hint = 问题编号，如h-04、b-sc-02。红线项不能隐去。
report-redact-words = 其他词语
report-redact-words-hint = 每行一个，如文中的姓名或地址，不论出现在何处均隐去。
report-redact-suffix = 脱敏
report-redact-confirm = 签署并保存副本
# $path (String) where
report-redacted = 副本已写入{ $path }。
report-body = 导出证据卷
report-body-title = 导出证据卷
report-body-lede = zip文件内含报告、证据清单、SHA-256摘要值及中英文说明；是否放入证据文件由您选择。接收方无须本程序即可查阅核对。
report-body-evidence = 放入证据文件
report-body-evidence-hint = 证据将离开加密的工作区，持有zip文件的任何人均可读取。
report-body-confirm = 保存
# $path (String) where
# $files (Number) evidence files
report-handed-out = { $files ->
   *[other] 证据卷含{ $files }个证据文件，已写入{ $path }。
}
