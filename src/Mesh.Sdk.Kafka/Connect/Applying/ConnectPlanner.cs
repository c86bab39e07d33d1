using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Applying;

/// <summary>Plans connectors: one request for all that exist, one for each that would be created or changed.</summary>
internal sealed class ConnectPlanner(ConnectClient client, ConnectOwnership? ownership)
{
    private static readonly HashSet<string> NoPasswords = [];

    public static Diagnostic Refused(ResourceKey key, ConnectException failure) => About(key, ConnectApplyDiagnostics.Refused.At("", key, failure.Message));

    public async Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        Dictionary<string, ConnectorSnapshot> live;
        try
        {
            live = (await client.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(s => s.Info.Name, StringComparer.Ordinal);
        }
        catch (ConnectException e)
        {
            return ApplySteps.Plan(set, options, entry => PlannedObject.Refuse(entry, Refused(entry.Key, e)), [], progress, cancellationToken);
        }

        ConcurrentDictionary<ResourceKey, PlannedObject> planned = [];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            set.Where(e => ApplyChecks.Find(e.Key) is null),
            parallel,
            async (entry, token) => planned[entry.Key] = await PlanAsync(entry, live, options, token).ConfigureAwait(false)).ConfigureAwait(false);
        return ApplySteps.Plan(set, options, entry => planned[entry.Key], Pruned(set, live.Keys, options), progress, cancellationToken);
    }

    /// <summary>Tells what becomes of a connector that shall be deleted and is not ours; <see langword="null"/> if it may be deleted.</summary>
    public AppliedObject? Keep(ResourceKey key, ApplyOptions options) =>
        MayChange(key.Name, options) ? null
        : options.ForeignObjects == ForeignObjectPolicy.Skip ? new(key, ApplyStatus.Skipped, Foreign(key, DiagnosticSeverity.Info))
        : new(key, ApplyStatus.Failed, Foreign(key, DiagnosticSeverity.Error));

    private static Diagnostic About(ResourceKey key, Diagnostic diagnostic) => diagnostic with { Object = key.ToString() };

    private static Diagnostic Foreign(ResourceKey key, DiagnosticSeverity severity) =>
        About(key, ConnectApplyDiagnostics.Foreign.At("", key)) with { Severity = severity };

    private static bool IsConnector(ResourceKey key) => key.Group == ConnectorResource.Definition.Group && key.Kind == ConnectorResource.Definition.Name;

    private bool MayChange(string name, ApplyOptions options) =>
        ownership is null || ownership.Owns(name) || options.ForeignObjects == ForeignObjectPolicy.Adopt;

    private async Task<PlannedObject> PlanAsync(ResourceEntry entry, Dictionary<string, ConnectorSnapshot> live, ApplyOptions options, CancellationToken cancellationToken)
    {
        if (entry.Resource is not ConnectorResource desired)
        {
            return PlannedObject.Refuse(entry, About(entry.Key, ConnectApplyDiagnostics.NotAConnector.At("kind", entry.Key)));
        }

        ConnectorSnapshot? current = live.GetValueOrDefault(entry.Key.Name);
        if (current is not null && !MayChange(entry.Key.Name, options))
        {
            return options.ForeignObjects == ForeignObjectPolicy.Skip
                ? PlannedObject.Refuse(entry, Foreign(entry.Key, DiagnosticSeverity.Info)) with { Action = ApplyAction.Skip }
                : PlannedObject.Refuse(entry, Foreign(entry.Key, DiagnosticSeverity.Error));
        }

        return current is not null && ConnectorDiff.Between(desired, current, NoPasswords).Count == 0
            ? new() { Key = entry.Key, Action = ApplyAction.Unchanged, Desired = desired }
            : await ValidateAsync(entry, desired, current, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PlannedObject> ValidateAsync(ResourceEntry entry, ConnectorResource desired, ConnectorSnapshot? current, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(desired.Config.GetValueOrDefault("connector.class")))
        {
            return PlannedObject.Refuse(entry, Invalid(entry.Key, "connector.class", "it is missing."));
        }

        try
        {
            ConnectValidation validation = await client.ValidateAsync(desired.Config.With("name", entry.Key.Name), cancellationToken).ConfigureAwait(false);
            if (validation.Invalid.ToList() is { Count: > 0 } invalid)
            {
                return PlannedObject.Refuse(entry, Invalid(entry.Key, string.Join("', '", invalid.Select(s => s.Name)), string.Join(' ', invalid.SelectMany(s => s.Errors))));
            }

            HashSet<string> passwords = [.. validation.Settings.Where(s => s.IsPassword).Select(s => s.Name)];
            return current is null
                ? new() { Key = entry.Key, Action = ApplyAction.Create, Desired = desired }
                : new() { Key = entry.Key, Action = ApplyAction.Change, Desired = desired, Fields = ConnectorDiff.Between(desired, current, passwords) };
        }
        catch (ConnectException e)
        {
            return PlannedObject.Refuse(entry, Refused(entry.Key, e));
        }
    }

    private static Diagnostic Invalid(ResourceKey key, string settings, string problem) =>
        About(key, ConnectApplyDiagnostics.Invalid.At($"config[{settings}]", key, settings, problem));

    private IEnumerable<ResourceKey> Pruned(ResourceSet set, IEnumerable<string> live, ApplyOptions options)
    {
        if (options.Set is not { Prunes: true } || ownership is null)
        {
            return [];
        }

        HashSet<string> wanted = [.. set.Where(e => IsConnector(e.Key)).Select(e => e.Key.Name)];
        ResourceKind kind = ConnectorResource.Definition;
        string cluster = set.Clusters.FirstOrDefault("");
        return live.Where(name => ownership.Owns(name) && !wanted.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => new ResourceKey(kind.Group, kind.Version, kind.Name, "", name, cluster));
    }
}
