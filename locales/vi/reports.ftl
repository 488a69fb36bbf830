# reports

rail-reports = Báo cáo
thing-period_report = Báo cáo kỳ
thing-briefing = Giao ban

event-period-report-drafted = Dự thảo báo cáo
