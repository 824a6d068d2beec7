"""Apps and models of which no page shows anything, and which change often.

All others make the pages that are kept old (``cms.editions``). What trends may be as old as a kept page.
"""

NOT_ON_PAGES = {
    "cms.Bucket",
    "cms.FormerAddress",
    "cms.Rendition",
    # Few of them are ever shown: comments.deciding says when.
    "comments.Comment",
    "comments.CommentVersion",
    "comments.DaysSalt",
    "comments.ReplyAlert",
    "comments.SpamTrait",
    "django_tasks_database",
    "podcast.Feed",
    "podcast.FeedBody",
    "podcast.FeedItem",
    "sessions",
    "stats.PageViews",
    # All but its settings.
    "texts.ConsentEvent",
    "texts.DailyText",
    "texts.DaySpending",
    "texts.Message",
    "texts.ReceivedReply",
    "texts.SeriesText",
    "texts.ShortLink",
    "texts.SignUp",
    "texts.Subscriber",
    "users",
    "wagtailadmin",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowState",
    "wagtailforms.FormSubmission",
    "wagtailsearch",
    "wagtailusers",
}
