# What went wrong: one message per error code, `err-` and the code. Each says what is wrong, where,
# and what to do.

# $detail (String) what the program reports
err-unexpected = Something unexpected went wrong: { $detail }. Nothing was changed. Try again; if it happens again, tell your administrator.
