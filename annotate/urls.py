"""Every route of the site, grouped by resource."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from annotate.views import (
    agents,
    claims,
    document_list,
    documents,
    exports,
    graph,
    graph_page,
    histories,
    links,
    pages,
    provisions,
    remarks,
    sessions,
    tags,
    tray,
)

urlpatterns = [
    path("", pages.show_home, name="show_home"),
    path("mine/", pages.show_mine, name="show_mine"),
    path("search/", pages.search, name="search"),
    path("help/coding/", pages.show_coding_help, name="show_coding_help"),
    # /documents/
    path("documents/", document_list.list_documents, name="list_documents"),
    path("documents/<int:document_id>/", documents.show_document, name="show_document"),
    path("documents/<int:document_id>/v<int:number>/", documents.show_version, name="show_version"),
    path(
        "documents/<int:document_id>/passages/<int:passage_id>/",
        documents.show_passage,
        name="show_passage",
    ),
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
    # /tags/
    path("tags/<int:tag_id>/", tags.show_tag, name="show_tag"),
    path("tags/<int:tag_id>/edit/", tags.edit_tag, name="edit_tag"),
    path("tags/<int:tag_id>/withdraw/", tags.withdraw_tag, name="withdraw_tag"),
    path("tags/<int:tag_id>/restore/", tags.restore_tag, name="restore_tag"),
    path("tags/<int:tag_id>/confirm/", tags.confirm_tag, name="confirm_tag"),
    path("tags/<int:tag_id>/remarks/", remarks.remark_on_tag, name="remark_on_tag"),
    path("tags/<int:tag_id>/history/", histories.show_tag_history, name="show_tag_history"),
    path("remarks/<int:remark_id>/answer/", remarks.answer_remark, name="answer_remark"),
    # /claims/
    path("claims/", claims.list_claims, name="list_claims"),
    path("claims/find/", claims.find_claims, name="find_claims"),
    path("claims/<str:public_id>/", claims.show_claim, name="show_claim"),
    path("claims/<str:public_id>/edit/", claims.edit_claim, name="edit_claim"),
    path("claims/<str:public_id>/deprecate/", claims.deprecate_claim, name="deprecate_claim"),
    path("claims/<str:public_id>/reactivate/", claims.reactivate_claim, name="reactivate_claim"),
    path("claims/<str:public_id>/share/", claims.share_claim, name="share_claim"),
    path("claims/<str:public_id>/remarks/", remarks.remark_on_claim, name="remark_on_claim"),
    path(
        "claims/<str:public_id>/history/", histories.show_claim_history, name="show_claim_history"
    ),
    # /agents/ and /provisions/
    path("agents/", agents.list_agents, name="list_agents"),
    path("agents/find/", agents.find_agents, name="find_agents"),
    path("agents/quoted/", agents.list_quoted, name="list_quoted"),
    path("agents/<int:agent_id>/", agents.show_agent, name="show_agent"),
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
    path("accounts/one-time/<str:token>/", sessions.sign_in_once, name="sign_in_once"),
    path("health/", sessions.show_health, name="show_health"),
    path("admin/", admin.site.urls),
]
