"""Every route of the site, grouped by resource."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from annotate.briefs import edition_views as editions
from annotate.briefs import views as briefs
from annotate.codebook import agent_merge_views as agent_merges
from annotate.codebook import claim_merge_views as merges
from annotate.codebook import many_claims_views as codebook
from annotate.codebook import split_views as splits
from annotate.exports import views as exports
from annotate.graph import json_views as graph
from annotate.graph import views as graph_page
from annotate.questions import views as questions
from annotate.views import (
    agents,
    claim_evidence,
    claims,
    coding_help,
    derivations,
    document_list,
    documents,
    health,
    hiding,
    histories,
    home,
    joins,
    links,
    one_time_links,
    provisions,
    remarks,
    search,
    second_looks,
    tags,
    tray,
)

# Below a document, a passage and a tag: what it is copied from.
copied_from = [
    path("", derivations.show_copied_from, name="show_copied_from"),
    path("add/", derivations.add_source, name="add_source"),
    path("<int:source_id>/", derivations.change_source, name="change_source"),
    path("<int:source_id>/remove/", derivations.remove_source, name="remove_source"),
]

urlpatterns = [
    path("", home.show_home, name="show_home"),
    path("mine/", home.show_mine, name="show_mine"),
    path("second-looks/", second_looks.show_second_looks, name="show_second_looks"),
    path("search/", search.search, name="search"),
    path("help/coding/", coding_help.show_coding_help, name="show_coding_help"),
    # /documents/
    path("documents/", document_list.list_documents, name="list_documents"),
    path("documents/hidden/", hiding.list_hidden, name="list_hidden"),
    path("documents/<int:document_id>/", documents.show_document, name="show_document"),
    path("documents/<int:document_id>/hide/", hiding.hide_document, name="hide_document"),
    path(
        "documents/<int:document_id>/show-again/",
        hiding.show_document_again,
        name="show_document_again",
    ),
    path("documents/<int:document_id>/v<int:number>/", documents.show_version, name="show_version"),
    path(
        "documents/<int:document_id>/passages/<int:passage_id>/",
        documents.show_passage,
        name="show_passage",
    ),
    path("documents/<int:document_id>/news/", documents.show_news, name="show_news"),
    path("documents/<int:document_id>/progress/", documents.show_progress, name="show_progress"),
    path("documents/<int:document_id>/tags/", tags.add_tag, name="add_tag"),
    path("documents/<int:document_id>/tags/form/", tags.show_tag_form, name="show_tag_form"),
    path("documents/<int:document_id>/sentence/", tags.preview_sentence, name="preview_sentence"),
    path(
        "documents/<int:document_id>/remarks/",
        remarks.remark_on_document,
        name="remark_on_document",
    ),
    path(
        "documents/<int:document_id>/history/",
        histories.show_document_history,
        name="show_document_history",
    ),
    path("documents/<int:document_id>/copied-from/", include(copied_from)),
    path(
        "documents/<int:document_id>/passages/<int:passage_id>/copied-from/", include(copied_from)
    ),
    path(
        "documents/<int:document_id>/provenance/",
        derivations.review_provenance,
        name="review_provenance",
    ),
    # /tags/
    path("tags/<int:tag_id>/", tags.show_tag, name="show_tag"),
    path("tags/<int:tag_id>/edit/", tags.edit_tag, name="edit_tag"),
    path("tags/<int:tag_id>/withdraw/", tags.withdraw_tag, name="withdraw_tag"),
    path("tags/<int:tag_id>/restore/", tags.restore_tag, name="restore_tag"),
    path("tags/<int:tag_id>/confirm/", tags.confirm_tag, name="confirm_tag"),
    path("tags/<int:tag_id>/copied-from/", include(copied_from)),
    path("tags/<int:tag_id>/remarks/", remarks.remark_on_tag, name="remark_on_tag"),
    path("tags/<int:tag_id>/history/", histories.show_tag_history, name="show_tag_history"),
    path("remarks/<int:remark_id>/answer/", remarks.answer_remark, name="answer_remark"),
    # /claims/
    path("claims/", claims.list_claims, name="list_claims"),
    path("claims/names/", codebook.edit_claims, name="edit_claims"),
    path("claims/find/", claims.find_claims, name="find_claims"),
    path("claims/<str:public_id>/", claims.show_claim, name="show_claim"),
    path(
        "claims/<str:public_id>/quotes/", claim_evidence.show_claim_quotes, name="show_claim_quotes"
    ),
    path(
        "claims/<str:public_id>/timeline/",
        claim_evidence.show_claim_timeline,
        name="show_claim_timeline",
    ),
    path("claims/<str:public_id>/links/", claim_evidence.show_claim_links, name="show_claim_links"),
    path("claims/<str:public_id>/edit/", claims.edit_claim, name="edit_claim"),
    path("claims/<str:public_id>/deprecate/", claims.deprecate_claim, name="deprecate_claim"),
    path("claims/<str:public_id>/reactivate/", claims.reactivate_claim, name="reactivate_claim"),
    path("claims/<str:public_id>/share/", claims.share_claim, name="share_claim"),
    path("claims/<str:public_id>/merge/", merges.merge_claims, name="merge_claims"),
    path("claims/<str:public_id>/unmerge/", merges.unmerge_claims, name="unmerge_claims"),
    path("claims/<str:public_id>/apart/", merges.tell_apart, name="tell_claims_apart"),
    path("claims/<str:public_id>/apart/forget/", merges.forget_apart, name="forget_claims_apart"),
    path("claims/<str:public_id>/split/", splits.split_claim, name="split_claim"),
    path("claims/<str:public_id>/split/desk/", splits.show_split_desk, name="show_split_desk"),
    path("claims/<str:public_id>/split/close/", splits.close_claim_split, name="close_split"),
    path("claims/<str:public_id>/split/drop/", splits.drop_claim_split, name="drop_split"),
    path("claims/<str:public_id>/place/", merges.place_claim, name="place_claim"),
    path("claims/<str:public_id>/remarks/", remarks.remark_on_claim, name="remark_on_claim"),
    path(
        "claims/<str:public_id>/history/", histories.show_claim_history, name="show_claim_history"
    ),
    # /agents/ and /provisions/
    path("agents/", agents.list_agents, name="list_agents"),
    path("agents/find/", agents.find_agents, name="find_agents"),
    path("agents/quoted/", agents.list_quoted, name="list_quoted"),
    path("agents/<int:agent_id>/", agents.show_agent, name="show_agent"),
    path("agents/<int:agent_id>/merge/", agent_merges.merge_agents, name="merge_agents"),
    path("agents/<int:agent_id>/unmerge/", agent_merges.unmerge_agents, name="unmerge_agents"),
    path("agents/<int:agent_id>/apart/", agent_merges.tell_apart, name="tell_agents_apart"),
    path(
        "agents/<int:agent_id>/apart/forget/",
        agent_merges.forget_apart,
        name="forget_agents_apart",
    ),
    path("agents/<int:agent_id>/joined/", joins.join_agents, name="join_agents"),
    path("agents/<int:agent_id>/joined/forget/", joins.forget_join, name="forget_join"),
    path("provisions/", provisions.list_provisions, name="list_provisions"),
    path("provisions/<str:code>/", provisions.show_provision, name="show_provision"),
    # /links/ and the tray to link from
    path("links/", links.list_or_add_links, name="list_links"),
    path("links/new/", links.show_link_form, name="show_link_form"),
    path("links/<int:link_id>/", links.show_link, name="show_link"),
    path("links/<int:link_id>/edit/", links.edit_link, name="edit_link"),
    path("links/<int:link_id>/withdraw/", links.withdraw_link, name="withdraw_link"),
    path("links/<int:link_id>/restore/", links.restore_link, name="restore_link"),
    path("links/<int:link_id>/confirm/", links.confirm_link, name="confirm_link"),
    path("links/<int:link_id>/remarks/", remarks.remark_on_link, name="remark_on_link"),
    path("links/<int:link_id>/history/", histories.show_link_history, name="show_link_history"),
    path("tray/", tray.put_in_tray, name="put_in_tray"),
    path("tray/empty/", tray.empty_tray, name="empty_tray"),
    # /briefs/ and their editions
    path("briefs/", briefs.list_or_add_briefs, name="list_briefs"),
    path("briefs/add/", briefs.add_to_brief, name="add_to_brief"),
    path("briefs/<int:brief_id>/", briefs.show_brief, name="show_brief"),
    path("briefs/<int:brief_id>/edit/", briefs.edit_brief, name="edit_brief"),
    path("briefs/<int:brief_id>/history/", briefs.show_brief_history, name="show_brief_history"),
    path("briefs/<int:brief_id>/items/", briefs.add_item, name="add_item"),
    path("briefs/<int:brief_id>/items/<int:item_id>/", briefs.change_item, name="change_item"),
    path("briefs/<int:brief_id>/editions/", editions.freeze_edition, name="freeze_edition"),
    path(
        "briefs/<int:brief_id>/editions/<int:number>/", editions.show_edition, name="show_edition"
    ),
    path(
        "briefs/<int:brief_id>/editions/<int:number>/edition.html",
        editions.download_html,
        name="download_html",
    ),
    path(
        "briefs/<int:brief_id>/editions/<int:number>/edition.docx",
        editions.download_word,
        name="download_word",
    ),
    path(
        "briefs/<int:brief_id>/editions/<int:number>/edition.json",
        editions.download_json,
        name="download_json",
    ),
    # /questions/
    path("questions/", questions.list_questions, name="list_questions"),
    path("questions/<slug:slug>/", questions.show_question, name="show_question"),
    path("questions/<slug:slug>.csv", questions.export_question, name="export_question"),
    path("questions/<slug:slug>/save/", questions.save_question, name="save_question"),
    path(
        "questions/saved/<int:saved_id>/remove/", questions.remove_question, name="remove_question"
    ),
    # /graph/ and /export/
    path("graph/", graph_page.show_graph, name="show_graph"),
    path("graph/graph.graphml", graph_page.export_graphml, name="export_graphml"),
    path("graph/nodes.csv", graph_page.export_graph_nodes, name="export_graph_nodes"),
    path("graph/edges.csv", graph_page.export_graph_edges, name="export_graph_edges"),
    path("graph/data.json", graph.show_graph_data, name="show_graph_data"),
    path("export/", exports.show_exports, name="show_exports"),
    path("export/tags.csv", exports.export_tags, name="export_tags"),
    path("export/tags.xlsx", exports.export_workbook, name="export_workbook"),
    path("export/links.csv", exports.export_links, name="export_links"),
    path("export/claims.csv", exports.export_claims, name="export_claims"),
    path("export/documents.csv", exports.export_documents, name="export_documents"),
    path("export/corroborate.zip", exports.export_everything, name="export_everything"),
    # people
    path("accounts/login/", LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("accounts/one-time/<str:token>/", one_time_links.sign_in_once, name="sign_in_once"),
    path("health/", health.show_health, name="show_health"),
    path("admin/", admin.site.urls),
]
