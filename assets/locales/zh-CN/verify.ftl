# Verifying a signed report.

verify-title = 验证报告
verify-lede = 核验签署人、签署时间和内容，签署后有无改动，以及等级是否由文件内的事实得出。无须打开工作区，任何报告均可验证。
verify-drop = 将报告拖到此处
verify-drop-hint = 本程序生成的PDF，无论是否签署。只读取文件，不作改动。
verify-file = 文件
verify-grade = 载明的等级
verify-grade-same = 与文件内的事实一致
# $grade (String) name of the grade that the facts give
verify-grade-differs = 与事实不一致：按事实应为{ $grade }
# $count (Number) signatures
verify-signatures-title = { $count ->
    [0] 没有签名
   *[other] { $count }个签名
}
# $field (String) name of the signature field
verify-open-field = 尚未签署：{ $field }
verify-valid = 签名完好。
verify-invalid = 签名无效。
# $at (String) formatted time
verify-claimed = 声称的时间：{ $at }。
verify-known = 密钥属于当前工作区的人员。
verify-unknown = 密钥不属于当前工作区的任何人员。
verify-self-signed = 证书为自签名：请与纸面上的指纹核对。
# $from (String) day
# $to (String) day
verify-validity = 证书有效期自{ $from }至{ $to }。

## What the certificates of a signature lead to; $subject (String) is the certificate that this is said of
verify-trust-not_asked = 未指定受信任的证书，姓名无人担保。
verify-trust-trusted = 可追溯到受信任的证书：{ $subject }。离线无法得知其后是否被吊销。
verify-trust-unknown = 未追溯到受信任的证书，最后的颁发者为{ $subject }。
verify-trust-out_of_time = 不予采信：{ $subject }在声称的时间不在有效期内。
verify-trust-not_authority = 不予采信：{ $subject }无权为他人担保。

## Whom to trust
verify-anchors = 受信任的证书
verify-anchors-lede = 证书机构的证书，或您已核对过指纹的签署人证书。保存在本机，验证每份报告时使用。
verify-anchors-none = 尚无。没有受信任的证书时，证书中的姓名不能证明身份。
verify-anchor-add = 添加受信任的证书
verify-anchor-remove = 不再信任{ $subject }
verify-anchor-removed = 已不再信任{ $subject }。
verify-anchor-added = 该证书今后受信任。

## The verification
# $digest (String) SHA-256
verify-fingerprint = 证书SHA-256 { $digest }
verify-checked = 检查内容
verify-column-what = 检查项
verify-column-result = 结果
verify-holds = 成立
verify-fails = 不成立
verify-not-checked = 无法检查

## The verdict: one sentence, then what it means
# $count (Number) signatures
verdict-intact = { $count ->
   *[other] 完好：{ $count }个签名，签署后未改动
}
verdict-intact-text = 每个签名均覆盖整个文件，文件内的事实与签署时一致。
# $count (Number) signatures
verdict-intact_with_additions = 完好，有无害的追加
verdict-intact_with_additions-text = 已签署的内容未改动。此后追加的内容不改变任何页面，如为后续签名所作的准备。
# $count (Number) signatures
verdict-incomplete = { $count ->
    [0] 未完成：尚无人签署
   *[other] 未完成：已签{ $count }人，尚有人员未签
}
verdict-incomplete-text = 目前已签署的内容未改动。请待其余人员签署后再作依据。
# $count (Number) signatures
verdict-changed = 签署后被改动
verdict-changed-text = 文件与签署时不同，不应作为依据，请向提供者索取原件。
# $count (Number) signatures
verdict-unsigned = 未签署
verdict-unsigned-text = 报告没有签名，无法说明由谁负责，也无法判断是否被改动。
# $count (Number) signatures
verdict-not_ours = 不是本程序的报告
verdict-not_ours-text = PDF内没有可供检查的事实。文件可能属实，但本程序无法判断。
# $count (Number) signatures
verdict-broken = 文件损坏
verdict-broken-text = 文件无法作为PDF读取，可能被截断或篡改，请向提供者重新索取。

# 验证各项检查的说明
verify-item-signatures = 应有{ $expected }个签名，已有{ $signed }个
verify-item-additions = 末尾附加了{ $bytes }字节，不影响内容
verify-item-history = 已打开工作区的变更历史中有报告所载的第{ $sequence }条
verify-item-schema = 内含事实符合格式{ $schema }
verify-item-pages = 全部{ $pages }页的页脚均载有内含事实的摘要值
verify-item-times = 按声称的时间，报告先生成后签署，且依签署人顺序签署
verify-item-future = 本机时钟已到签名{ $field }声称的时间
verify-item-method = 内含的定级方法{ $method }与所载摘要值一致
verify-item-grade = 等级及其各部分可由内含事实推出
verify-item-clauses = 各条款水平可由内含回答推出
verify-item-clauses-cut = 有{ $count }个条款隐去了回答，其水平无法由其余回答推出
verify-item-redacted = 这是第{ $number }号报告的脱敏副本，已签署原件的SHA-256为{ $digest }
verify-problem-not-pdf = 不是PDF文件
verify-problem-encrypted = 文件已加密
verify-problem-unreadable = 自第{ $at }字节起无法读取
verify-problem-no-facts = 文件内没有本程序的事实数据
verify-problem-form = 第{ $revision }版的表单不是报告的表单
verify-problem-unexpected-revision = 第{ $revision }版不是由签署产生
verify-problem-changed = 签署后被改动：{ $part ->
    [catalog] 文档目录
    [page_tree] 页面的顺序或数量
    [page] 页面
    [content] 页面内容
    [font] 字体
    [picture] 图形
    [annotation] 批注或链接
    [form] 表单
    [signature] 签名
    [structure] 阅读结构
    [attachment] 内嵌文件
    [metadata] 文档属性
    [cross_reference] 对象索引
   *[other] 其他对象
}{ $page ->
    [0] {""}
   *[other] ，第{ $page }页
}（对象{ $object }）
verify-problem-appended-objects = 第{ $at }字节处附加了内容
verify-problem-byte-range = 签名{ $field }未覆盖整个文件
verify-problem-signature-entries = 签名{ $field }含有不应有的条目
verify-problem-claimed-time = 签名{ $field }的声称时间无法读取，或当时证书不在有效期内
verify-problem-signature-form = 签名{ $field }的形式不符
verify-problem-algorithm = 签名{ $field }使用了不被接受的算法
verify-problem-certificate = 签名{ $field }的证书不符
verify-problem-digest = 内容与签名{ $field }所签摘要值不一致
verify-problem-signature = 签名{ $field }无效
verify-problem-certification = { $field }的认证缺失或不符

## The record of a verification, to print
verify-record = 保存验证记录
verify-record-title = 验证记录
# $path (String) where it is
verify-record-saved = 记录已保存到{ $path }。
verify-record-data = 验证结果（JSON）
verify-record-size = 大小
# $bytes (String) length of the file
verify-record-bytes = { $bytes }字节
verify-record-at = 验证时间
verify-record-with = 验证程序
verify-record-workspace = 已打开的工作区
verify-record-workspace-none = 无
verify-record-anchors = 受信任的证书
verify-record-anchors-none = 无，因此没有谁为证书中的名称作担保
# $count (Number) how many are not printed
verify-record-more = 另有{ $count }项
verify-record-organisation = 报告所载单位
verify-record-system = 报告所载人工智能系统
verify-record-issuer = 颁发者
verify-record-fingerprint = 证书SHA-256
verify-record-claimed = 声称的时间
verify-record-known = 已知情况
# $digest (String) SHA-256 of the file
verify-record-foot = 被验证文件的SHA-256：{ $digest }
verify-record-unsigned = 本记录未经签名
verify-record-limits = 本记录不能证明的事项
verify-record-limit-name = 密钥属于谁。证书中的名称是否可信，取决于为其作担保的一方。自签名证书不能证明任何名称：请将其指纹与签署人告知的指纹核对。
verify-record-limit-time = 签署的时间。该时间由签署人的计算机声称，没有第三方确认。
verify-record-limit-withdrawn = 证书此后是否被吊销。离线状态下无法得知。
verify-record-limit-content = 报告内容是否正确。验证的是报告与签署时一致，且等级可由其中的回答推出，而不是回答属实。
verify-record-limit-record = 本页是否真实。如有疑问，请对上述SHA-256对应的文件重新验证。
