# Signs in the decision records, and what follows from them.

## Each sign as the name of what was seen
sign-volume = 几乎全部采纳
sign-strong = 未采纳少于系统的错误
sign-speed = 决定快于审查所需时间
sign-seeded = 多数已知错误样本未被发现
sign-rejection = 几乎全部未采纳
sign-chart = 某一期间的未采纳率异常
sign-likeness = 同类事项的决定不一致
sign-reviewers = 复核人之间的差异超出偶然
