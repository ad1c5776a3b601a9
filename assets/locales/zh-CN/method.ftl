# 定级方法的尺度与名称（本项目自定）。窗口、报告与终端共用。

grade-1 = 低风险
grade-2 = 一般风险
grade-3 = 较大风险
grade-4 = 重大风险
grade-5 = 特别重大风险

context-scenario = 场景重要性
context-autonomy = 自主程度
context-scale = 应用规模

scale-scenario-1 = 内部便利性用途
scale-scenario-2 = 内部业务流程
scale-scenario-3 = 面向公众服务，或涉及员工权益
scale-scenario-4 = 支撑政务决策、金融或能源业务
scale-scenario-5 = 控制关键基础设施，或关系生命与公共安全

scale-autonomy-1 = 按规则运行，或仅作简单查询
scale-autonomy-2 = 专用模型，按请求给出建议
scale-autonomy-3 = 通用模型提出建议，由经培训的工作人员逐件决定
scale-autonomy-4 = 直接答复或执行，工作人员监看并可叫停
scale-autonomy-5 = 智能体行为直接生效，无人逐件查看

scale-scale-1 = 一个小组
scale-scale-2 = 一个单位
scale-scale-3 = 一个地区，或一万人以上
scale-scale-4 = 一个行业，或一百万人以上
scale-scale-5 = 全国或跨境

likelihood = 可能性
likelihood-1 = 百年不足一次
likelihood-2 = 十年至百年一次
likelihood-3 = 一年至十年一次
likelihood-4 = 每年一至十次
likelihood-5 = 每年十次以上

impact = 影响
impact-1 = 造成不便
impact-2 = 少数人受损，可以纠正
impact-3 = 部分人严重受损，或服务中断数小时
impact-4 = 众多人严重受损，或服务中断数日
impact-5 = 致人死亡、不可挽回或影响全国

level-0 = 未建立
level-1 = 已计划
level-2 = 部分落实
level-3 = 已落实
level-4 = 经验证有效
level-none = 未回答

standing-none = 无证据
standing-attached = 已附证据
standing-current_independent = 现行且独立

answer-met = 符合
answer-partly = 部分符合
answer-not_met = 不符合
answer-na = 不适用
answer-unknown = 不清楚
answer-not_yet_due = 尚未到期
answer-unanswered = 未回答

depth-quick = 快速评估
depth-full = 完整评估

confidence = 依据充分度
confidence-high = 高
confidence-medium = 中
confidence-low = 低

application-tier = 应用等级
residual-grade = 残余风险等级
red-line = 红线项

red-line-c-03 = 个人信息保护影响评估
red-line-c-04 = 数据出境
red-line-e-02 = 等保与关基义务
red-line-g-01 = 涉密信息技术阻断
red-line-h-07 = 独立停用手段
red-line-i-09 = 人工方式随时可用
