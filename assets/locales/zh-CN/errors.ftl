# What went wrong: one message per error code, `err-` and the code. Each says what is wrong, where,
# and what to do.

# $detail (String) what the program reports
err-unexpected = 出现意外错误：{ $detail }。没有任何内容被更改。请重试；如再次出现，请告知管理员。
