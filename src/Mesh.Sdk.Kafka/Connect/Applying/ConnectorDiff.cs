using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Applying;

/// <summary>What applying a connector would change, setting by setting.</summary>
internal static class ConnectorDiff
{
    /// <summary>The path of the state in plans.</summary>
    public const string State = "state";

    /// <summary>Compares a connector with the one that exists.</summary>
    /// <param name="desired">The connector as it shall be.</param>
    /// <param name="live">The connector that exists.</param>
    /// <param name="passwords">Settings that the workers know as passwords.</param>
    public static EquatableList<PlannedField> Between(ConnectorResource desired, ConnectorSnapshot live, IReadOnlySet<string> passwords)
    {
        // Connect adds the name, whether it was given or not.
        EquatableMap<string> after = desired.Config.With("name", desired.Metadata.Name!);
        EquatableMap<string> before = live.Info.Config.With("name", desired.Metadata.Name!);
        IEnumerable<PlannedField> settings =
            from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            let old = before.GetValueOrDefault(name)
            let current = after.GetValueOrDefault(name)
            where old != current
            select Plan(name, old, current, passwords);
        return [.. settings, .. StateOf(desired, live)];
    }

    private static PlannedField Plan(string name, string? before, string? after, IReadOnlySet<string> passwords)
    {
        string path = $"config[{name}]";
        return IsHidden(name, before, passwords) || IsHidden(name, after, passwords)
            ? new() { Path = path, IsHidden = true }
            : new() { Path = path, Before = before is null ? null : UntypedValue.From(before), After = after is null ? null : UntypedValue.From(after) };
    }

    private static bool IsHidden(string name, string? value, IReadOnlySet<string> passwords) =>
        value is not null && (SecretSettings.IsHidden(name, value) || (passwords.Contains(name) && !SecretSettings.IsReference(value)));

    private static IEnumerable<PlannedField> StateOf(ConnectorResource desired, ConnectorSnapshot live)
    {
        // What failed, or has no worker yet, is meant to run.
        ConnectState now = live.Status?.State is ConnectState.Paused or ConnectState.Stopped ? live.Status.State : ConnectState.Running;
        return desired.State is { } state && state != now ? [new() { Path = State, Before = now.ToString(), After = state.ToString() }] : [];
    }
}
