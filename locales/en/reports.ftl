# reports

rail-reports = Reports
thing-period_report = Period report
thing-briefing = Briefing

event-period-report-drafted = A report was drafted
