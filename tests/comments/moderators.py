"""Moderators, and others who come into the admin."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.test import Client

from users.models import User

QUEUE = "/admin/comments/"
REPORT = "/admin/reports/comments/"


def member(name: str, *permissions: str) -> User:
    """Somebody in a group that may come into the admin, and has ``permissions`` besides."""
    group = Group.objects.create(name=name)
    codenames = ["access_admin", *permissions]
    group.permissions.set(Permission.objects.filter(codename__in=codenames))
    user = User.objects.create_user(name)
    user.groups.add(group)
    return user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def bulk(action: str) -> str:
    return f"/admin/bulk/comments/comment/{action}/"
