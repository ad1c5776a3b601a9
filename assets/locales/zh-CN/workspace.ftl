# First screen, creating and opening a workspace, overview, settings, persons.

## First screen
start-workspaces = 工作区
start-title = 选择工作区
start-lead = 工作区是本机上的一个加密文件。本程序不打开任何网络连接，不向外发送任何内容。
start-recent = 本机工作区
start-missing = 找不到文件
start-new = 新建工作区
start-open = 打开文件
start-open-title = 打开工作区
start-sample = 查看示例
start-sample-name = 示例工作区
start-sample-passphrase = 示例的口令是：sample workspace
start-verify = 验证报告
# $name (String) name of the workspace file
start-unlock = 解锁{ $name }
start-passphrase = 口令
start-passphrase-missing = 请输入口令
start-unlock-button = 解锁
start-not-opened = 无法打开工作区
start-lost = 每人使用自己的口令，口令同时表明身份。没有口令，任何人都无法打开文件，包括程序的制作者。
start-first-title = 从这里到签署报告
start-first-create = 为本单位新建工作区，并设定口令。
start-first-system = 添加人工智能系统，可填写表单，也可从表格导入。
start-first-assess = 逐题回答条款（a）至（i）的问题。可随时停下，再次打开时回到同一题。
start-first-sign = 查看等级及其理由，提交复核，签署报告。
start-first-sample = 示例以虚构单位的三个人工智能系统展示全过程。
start-secrets-title = 不得输入国家秘密。
start-secrets-text = 本程序仅用于处理公开信息和不涉及国家秘密的内部信息。
# $version (String) version of the program
start-version = Assay { $version }，《人工智能安全治理框架》1.0版第6.3节

## Creating a workspace
create-title = 新建工作区
create-lead = 一个工作区保存一个单位的全部内容：人工智能系统、评估、证据和报告。
create-fact-one-file = 一个文件
create-fact-one-file-text = 复制该文件即完成备份，别处不留任何内容。
create-fact-passphrase = 口令即钥匙
create-fact-passphrase-text = 口令无法重置。请写下并存放在只有本人能取到的地方。
create-fact-people = 其他人员随后加入
create-fact-people-text = 在设置中添加人员，每人有自己的口令和角色。您为首任管理员。
create-back = 返回工作区列表
create-person = 您的姓名
create-person-missing = 请填写姓名，也可填写岗位；报告上将印出
create-post = 您的职务
create-organisation-missing = 请填写单位名称
create-passphrase = 口令
create-passphrase-again = 再次输入口令
create-passphrase-hint = 至少八个字符；由几个词组成的口令更易记、更难猜。
create-passphrase-short = 口令至少八个字符
create-passphrase-differs = 两次输入的口令不同，请输入相同的口令
create-place = 文件
create-place-title = 工作区的存放位置
create-button = 新建工作区

## Overview
# $count (Number) all things
overview-title = 有{ $count }件事待处理
# $count (Number) all things, $late (Number) the overdue among them
overview-title-late = { overview-title }，其中{ $late }件已逾期
overview-nothing = 没有待处理的事
# $day (String) weekday and day, $entries (String) number of history entries
overview-lede = { $day }。每次变更均记入变更历史，目前共{ $entries }条。
# $days (Number) days past the due date
overview-overdue = { $days ->
   *[other] 逾期{ $days }天
}
overview-due-today = 今天到期
# $day (String) formatted day
overview-due = { $day }到期
# $day (String) formatted day
overview-since = { $day }起
# $system (String) name of the AI system, $owner (String) who owns the action
overview-action-text = { $system }。责任人：{ $owner }。
# $system (String) name of the AI system
overview-running = { $system }的评估
# $state (String), $answered and $inScope (Number)
overview-running-text = { $state }，已答{ $answered }题，共{ $inScope }题。
overview-continue = 继续
# $count (Number) reports
overview-unsigned = { $count ->
   *[other] { $count }份报告尚未签署完毕
}
overview-unsigned-text = 应签人员全部签署后，报告方告完成。
overview-unsigned-button = 阅读并签署
# $count (Number) AI systems
overview-unassessed = { $count ->
   *[other] { $count }个运行中的人工智能系统没有已签署的评估
}
overview-unassessed-text = 第6.3节要求使用前和每次变更后开展评估。
overview-unassessed-button = 查看
overview-empty-title = 还没有人工智能系统
overview-empty-text = 请先登记参与决策的人工智能系统。可填写表单逐个添加，也可从CSV或XLSX文件导入台账。
overview-systems = 按残余风险等级排列的人工智能系统
# $shown and $all (Number) systems, $spread (String) how many have which grade
overview-shown = 显示{ $shown }个，共{ $all }个。{ $spread }
# $grade (String) name of the grade, $count (String) how many systems
overview-grade-count = { $grade }{ $count }个
overview-all = 全部系统
overview-column-system = 系统和版本
overview-column-grade = 残余风险等级
overview-column-interval = 区间
overview-column-trend = 与上次评估相比
overview-column-tier = 应用等级
overview-column-actions = 未结整改事项
overview-column-assessed = 最近变更

## Settings
settings-window = 本窗口
settings-reminders = 以桌面通知提醒到期事项
settings-reminders-hint = 打开工作区时及打开期间通知，每一事项每天最多一次，只显示数量。
reminder-title = Assay：有事项到期
reminder-overdue = { $count ->
   *[other] { $count }项事件报告已逾期。
}
reminder-running = { $count ->
   *[other] { $count }项事件报告须按时完成。
}
reminder-checks = { $count ->
   *[other] { $count }项定期检查到期。
}
settings-organisation-title = 单位
settings-organisation = 单位名称
settings-unit = 部门或处室
settings-time-zone = 时区
settings-report-language = 报告的默认语言
settings-paper = 报告纸张
settings-paper-a4 = A4
settings-paper-letter = Letter（信纸）
settings-logo = 徽标
settings-logo-hint = 印在每份报告封面的单位名称旁。格式为PNG或SVG。
# $organisation (String) its name
settings-logo-alt = { $organisation }徽标
settings-logo-choose = 选择徽标
settings-logo-other = 更换徽标
settings-logo-remove = 移除徽标
settings-logo-none = 尚未选择徽标。
settings-logo-set = 此后的报告将印有徽标。
settings-logo-removed = 此后的报告不再印徽标。
settings-marking = 文件标记
settings-marking-hint = 印在每份报告和导出文件上。
settings-classification = 密级
settings-circulation = 知悉范围
settings-document-number = 文号前缀
settings-basis = 依据
settings-organisation-save = 保存单位设置
settings-privacy-save = 保存个人信息设置
settings-saved = 设置已保存。
settings-read-only = 仅管理员可以修改。
settings-persons = 人员
settings-persons-text = 每人用自己的口令解锁，用自己的密钥签署。
settings-privacy = 决策记录中的个人信息
settings-privacy-text = 记录以代号指称复核人。不对人员排名。
settings-names = 同时保存复核人姓名
settings-names-hint = 每个姓名均加密保存，只有管理员能打开；变更历史会记下查看人。
settings-retention = 文字保存的月数
settings-retention-hint = 留空即长期保存。在管理员执行下方删除之前，不会删除任何内容。
settings-names-show = 显示姓名
settings-names-title = 复核人姓名
settings-names-warning = 变更历史将记下您查看了复核人姓名。
settings-names-none = 尚未保存姓名。
settings-names-pseudonym = 代号
settings-names-erase = 删除姓名
# $count (Number) how many names
settings-names-erase-text = 已保存的{ $count }个姓名将永久删除，代号保留。
settings-thin = 删除超过保存期的文字
# $before (String) a day, $count (Number) how many records
thin-text = { $before }之前的{ $count }条决策记录，其事项编号、文字和复核人将永久删除。按复核人的统计随之失去；其他计数保持不变。
# $before (String) a day
thin-nothing = { $before }之前的决策记录没有可删除的文字。
thin-system = 人工智能系统
thin-records = 记录数
thin-labels = 保留的标签
thin-others = 其他标签文字
thin-copies = 此前的备份和副本仍含有这些文字。
thin-sure = 我知道这些文字无法恢复
thin-start = 永久删除
thin-looking = 正在查找超过保存期的记录
thin-running = 正在删除文字，其间仍可保存。
# $count (Number) how many records
thin-done = 已删除{ $count }条记录的文字。
thin-stop = 停止
# $count (Number) how many records
thin-stopped = { $count ->
    [0] 已停止，没有删除任何内容。
   *[other] 已停止，此前已永久删除{ $count }条记录的文字。
}
settings-own = 本人口令
# $name (String) the person who is here
settings-own-text = 当前身份：{ $name }。
settings-passphrase-change = 修改口令
settings-passphrase-current = 当前口令
settings-passphrase-new = 新口令
settings-passphrase-changed = 口令已修改。
settings-about = 关于
settings-version = 版本
settings-framework = 框架
# $name, $issuer (String) of the framework
settings-edition = 《{ $name }》，{ $issuer }
settings-method = 定级方法（本项目自定）
settings-method-digest = 方法的SHA-256

## Persons
person-add = 添加人员
person-change = 修改人员
# $name (String) the person
person-change-named = 修改“{ $name }”
person-name = 姓名
person-name-hint = 按报告上印出的写法填写，也可填写岗位。
person-title = 职务或部门
person-roles = 角色
person-roles-missing = 请至少选择一个角色
person-added = 添加日期
person-you = （本人）
person-passphrase = 初始口令
person-passphrase-hint = 至少八个字符。只告知本人，首次解锁后由本人修改。
# $name (String) the person
person-saved = 已保存{ $name }。
role-hint-administrator = 管理设置和人员
role-hint-assessor = 回答、评定、生成报告
role-hint-reviewer = 复核和退回
role-hint-approver = 批准结果，接受残余风险
role-hint-operator = 登记决策
role-hint-inspector = 只读

locked-link = 无须口令，记录故障或演练
taken-in = 已并入锁定期间的{ $count }条记录。
taken-in-damaged = 锁定期间有{ $count }条记录已损坏，其余已并入；原文件以-drills.damaged为后缀保存在工作区旁。
taken-in-waiting = 锁定期间的记录未能写入工作区，仍保存在工作区旁，下次解锁时再并入。
