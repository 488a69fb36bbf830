# planning

rail-planning = Planning
thing-plan = Plan
thing-activity = Activity
thing-project = Project

event-plan-begun = A plan was begun
