"""The manager of one plugin, in which its hooks are registered and checked."""

from types import ModuleType

import pluggy

from psykavtal.errors import Message, PluginError, suggestion
from psykavtal.plugins import hookspecs
from psykavtal.plugins.form_messages import quoted
from psykavtal.plugins.hookspecs import PREFIX, PROJECT


class HookManager(pluggy.PluginManager):
    """The manager of one plugin.

    It examines only what can be a hook, since pluggy looks through each name anew for every plugin.
    """

    def parse_hookspec_opts(self, module_or_class: ModuleType | type, name: str) -> pluggy.HookspecOpts | None:
        """Return the options of a specification; None for any other name."""
        return super().parse_hookspec_opts(module_or_class, name) if name.startswith(PREFIX) else None

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        """Return the options of an implementation; None for a name of Python's own."""
        return None if name.startswith("__") else super().parse_hookimpl_opts(plugin, name)


def empty_manager() -> HookManager:
    """Return a manager that knows the hooks, without a plugin."""
    manager = HookManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def registered(name: str, plugin: object) -> HookManager:
    """Return a manager in which the plugin is registered.

    Raises:
        PluginError: the plugin implements an unknown hook, or no hook at all.
    """
    manager = empty_manager()
    for attribute in dir(plugin):
        if attribute.startswith(PREFIX) and attribute not in HOOKS:
            raise PluginError(
                Message(en="{name!r} is not a hook.", sv="{name!r} är ingen krok.", name=attribute),
                value=attribute,
                place=name,
                fix=suggestion(attribute, HOOKS, kind="hooks"),
            )
    try:
        manager.register(plugin, name=name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        fault = Message(en="cannot be registered: {error}", sv="kan inte registreras: {error}", error=quoted(error))
        raise PluginError(fault, place=name) from error
    _check_marks(name, plugin, {each.name for each in manager.get_hookcallers(plugin) or ()})
    return manager


def _check_marks(name: str, plugin: object, marked: set[str]) -> None:
    """Refuse a plugin with a hook that is not marked, or with none.

    Raises:
        PluginError: a hook is not marked, or the plugin implements none.
    """
    unmarked = [hook for hook in HOOKS if hook not in marked and hasattr(plugin, hook)]
    if unmarked:
        raise PluginError(
            Message(
                en="{hook!r} is not marked, so that it would never be called.",
                sv="{hook!r} är inte märkt, så att den aldrig skulle anropas.",
                hook=unmarked[0],
            ),
            value=unmarked[0],
            place=name,
            fix=Message(en="Mark it with psykavtal.hookimpl.", sv="Märk den med psykavtal.hookimpl."),
        )
    if not marked:
        raise PluginError(
            Message(en="implements no hook.", sv="har ingen krok."),
            place=name,
            fix=Message(
                en="Mark its hooks with psykavtal.hookimpl, or use TomlCounty.",
                sv="Märk dess krokar med psykavtal.hookimpl, eller använd TomlCounty.",
            ),
        )


HOOKS = [hook for hook in vars(hookspecs) if hook.startswith(PREFIX)]
"""The names of all hooks."""
