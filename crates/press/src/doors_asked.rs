//! The doors of the answering half.

use crate::House;
use crate::pages::{
    aside, ask, asked, demand, demand_paper, demand_steps, demands, inquiries, inquiry, inquiry_new,
    inquiry_steps, letters, outlets, petition, petition_steps, petitions, spokespersons, yearly,
    yearly_paper,
};
use web::Door;

/// Largest public form, in bytes: every field at its longest, as browsers encode Vietnamese.
const ASK_MOST: usize = 128 * 1024;

/// On the desk.
pub(crate) fn desk() -> Vec<Door<House>> {
    vec![
        Door::get("/desk/press/inquiries", inquiries::show),
        Door::post("/desk/press/inquiries", inquiry_new::log),
        Door::get("/desk/press/inquiries/new", inquiry_new::show),
        Door::get("/desk/press/inquiries/{inquiry}", inquiry::show),
        Door::get("/desk/press/inquiries/{inquiry}/change", inquiry_new::edit),
        Door::post("/desk/press/inquiries/{inquiry}/change", inquiry_new::change),
        Door::post("/desk/press/inquiries/{inquiry}/take", inquiry_steps::take_on),
        Door::post("/desk/press/inquiries/{inquiry}/ask", inquiry_steps::ask),
        Door::post("/desk/press/inquiries/{inquiry}/return-facts", inquiry_steps::send_facts_back),
        Door::post("/desk/press/inquiries/{inquiry}/drop-facts", inquiry_steps::drop_facts),
        Door::post("/desk/press/inquiries/{inquiry}/draft", inquiry_steps::draft),
        Door::post("/desk/press/inquiries/{inquiry}/ask-clearance", inquiry_steps::clearance),
        Door::post("/desk/press/inquiries/{inquiry}/refuse-clearance", inquiry_steps::send_back),
        Door::post("/desk/press/inquiries/{inquiry}/clear", inquiry_steps::clear),
        Door::post("/desk/press/inquiries/{inquiry}/answer", inquiry_steps::answer),
        Door::post("/desk/press/inquiries/{inquiry}/refuse", inquiry_steps::refuse),
        Door::post("/desk/press/inquiries/{inquiry}/close", inquiry_steps::close),
        Door::post("/desk/press/inquiries/{inquiry}/reopen", inquiry_steps::reopen),
        Door::get("/desk/press/letters", letters::show),
        Door::get("/desk/press/letters/{letter}/files/{number}", letters::file),
        Door::post("/desk/press/letters/{letter}/take", letters::take),
        Door::post("/desk/press/letters/{letter}/leave", letters::leave),
        Door::get("/desk/press/set-aside", aside::show),
        Door::post("/desk/press/set-aside/{aside}/take-up", aside::take_up),
        Door::get("/desk/press/outlets", outlets::show),
        Door::get("/desk/press/asked", asked::show),
        Door::get("/desk/press/asked/{fact}", asked::one),
        Door::post("/desk/press/asked/{fact}", asked::give),
        Door::get("/desk/press/demands", demands::show),
        Door::post("/desk/press/demands", demands::begin),
        Door::get("/desk/press/demands/new", demands::new),
        Door::get("/desk/press/demands/{demand}", demand::show),
        Door::get("/desk/press/demands/{demand}/edit", demands::edit),
        Door::post("/desk/press/demands/{demand}/write", demands::write),
        Door::post("/desk/press/demands/{demand}/approve", demand_steps::approve),
        Door::post("/desk/press/demands/{demand}/send", demand_steps::send),
        Door::post("/desk/press/demands/{demand}/note-answer", demand_steps::note),
        Door::post("/desk/press/demands/{demand}/repeat", demand_steps::repeat),
        Door::post("/desk/press/demands/{demand}/close", demand_steps::close),
        Door::get("/desk/press/demands/{demand}/docx", demand_paper::docx),
        Door::get("/desk/press/demands/{demand}/pdf", demand_paper::pdf),
        Door::get("/desk/press/petitions", petitions::show),
        Door::post("/desk/press/petitions", petitions::log),
        Door::get("/desk/press/petitions/new", petitions::new),
        Door::get("/desk/press/petitions/{petition}", petition::one),
        Door::post("/desk/press/petitions/{petition}/assign", petition_steps::assign),
        Door::post("/desk/press/petitions/{petition}/accept", petition_steps::accept),
        Door::post("/desk/press/petitions/{petition}/conclude", petition_steps::conclude),
        Door::post("/desk/press/petitions/{petition}/answer", petition_steps::answer),
        Door::get("/desk/press/spokespersons", spokespersons::show),
        Door::post("/desk/press/spokespersons", spokespersons::name),
        Door::post("/desk/press/spokespersons/{speaker}/change", spokespersons::change),
        Door::post("/desk/press/spokespersons/{speaker}/end", spokespersons::end),
        Door::post("/desk/press/keeping", spokespersons::keeping),
        Door::get("/desk/press/yearly", yearly::current),
        Door::get("/desk/press/yearly/{year}", yearly::show),
        Door::post("/desk/press/yearly/{year}", yearly::write),
        Door::post("/desk/press/yearly/{year}/send", yearly::send),
        Door::get("/desk/press/yearly/{year}/docx", yearly_paper::docx),
        Door::get("/desk/press/yearly/{year}/pdf", yearly_paper::pdf),
        Door::get("/desk/press/yearly/{year}/lines/{number}", yearly::line),
    ]
}

/// Open to everybody.
pub(crate) fn open() -> Vec<Door<House>> {
    vec![
        Door::get("/nguoi-phat-ngon", spokespersons::public),
        Door::get("/bao-chi/dat-cau-hoi", ask::show),
        Door::post("/bao-chi/dat-cau-hoi", ask::put).up_to(ASK_MOST),
    ]
}
