# assignments

rail-work = Work
thing-assignment = Assignment
thing-obstacle = Obstacle
thing-input_request = Request for input

event-assignment-given = A unit was given work
