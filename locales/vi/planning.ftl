# planning

rail-planning = Kế hoạch
thing-plan = Kế hoạch
thing-activity = Hoạt động
thing-project = Dự án

event-plan-begun = Lập kế hoạch
