# coordination

rail-together = Working together
thing-meeting = Meeting
thing-conclusion = Conclusion
thing-facility = Room, equipment, vehicle
thing-booking = Booking
thing-agreement = Agreement
thing-presenter = Presenter
thing-training = Training
thing-observance = Commemorative day

event-meeting-called = A meeting was called
