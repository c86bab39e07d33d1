using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>
/// The Secret that stands for a set, as kubectl reads and writes it. Source: Kubernetes enhancement 3659, "ApplySet Specification".
/// </summary>
internal sealed class SetParent(KubernetesApiClient client, ApplySet set)
{
    private const string IdLabel = "applyset.kubernetes.io/id";
    private const string ToolingAnnotation = "applyset.kubernetes.io/tooling";
    private const string KindsAnnotation = "applyset.kubernetes.io/contains-group-kinds";
    private const string NamespacesAnnotation = "applyset.kubernetes.io/additional-namespaces";

    // kubectl leaves sets of any other tool alone, and we keep its rules to the letter.
    private const string Tool = "kubectl";
    private const string Tooling = $"{Tool}/v1.32";
    private const string FieldManager = $"{Tool}-applyset";

    /// <summary>Gets what identifies the Secret.</summary>
    public ResourceKey Key => new("", "v1", "Secret", set.Namespace, set.Name);

    /// <summary>Tells whether an object stands for a set.</summary>
    public static bool IsOf(IResource live, ApplySet set) => live.Metadata.Labels.GetValueOrDefault(IdLabel) == set.Id;

    /// <summary>Reads where the members may be; <see langword="null"/> if the set does not exist yet.</summary>
    /// <exception cref="ForeignSetException">The Secret is something else, or another tool's set.</exception>
    public async Task<SetScope?> FindAsync(CancellationToken cancellationToken)
    {
        if (await client.FindAsync(Key, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        EquatableMap<string> annotations = found.Metadata.Annotations;
        string? tooling = annotations.GetValueOrDefault(ToolingAnnotation);
        string? id = found.Metadata.Labels.GetValueOrDefault(IdLabel);
        string? kinds = annotations.GetValueOrDefault(KindsAnnotation);
        string? wrong = (tooling, id, kinds) switch
        {
            (null, _, _) => $"it has no annotation {ToolingAnnotation}, so it is no set",
            _ when tooling.Split('/')[0] != Tool => $"{ToolingAnnotation} is {tooling}, so the set is another tool's",
            _ when id != set.Id => $"its label {IdLabel} is {id ?? "missing"}, not {set.Id}",
            (_, _, null) => $"it has no annotation {KindsAnnotation}, so its members can't be found",
            _ => null,
        };
        SetScope scope = SetScope.Read(kinds ?? "", annotations.GetValueOrDefault(NamespacesAnnotation) ?? "");
        return wrong is null
            ? scope with { Namespaces = scope.Namespaces.Add(set.Namespace) }
            : throw new ForeignSetException(ClusterDiagnostics.ForeignSet.At("", set.ToString(), wrong));
    }

    /// <summary>Writes where the members may be.</summary>
    public Task WriteAsync(SetScope scope, CancellationToken cancellationToken)
    {
        Secret parent = new()
        {
            Metadata = new(set.Name, set.Namespace)
            {
                Labels = [new(IdLabel, set.Id)],
                Annotations =
                [
                    new(ToolingAnnotation, Tooling),
                    new(KindsAnnotation, string.Join(',', scope.Kinds)),
                    new(NamespacesAnnotation, string.Join(',', scope.Namespaces.Remove(set.Namespace))),
                ],
            },
        };
        return client.ApplyAsync(parent, new() { FieldManager = FieldManager, Force = true }, cancellationToken);
    }

    /// <summary>Deletes the Secret unless there is a member left, or may be of a kind that is not served now.</summary>
    public async Task DeleteIfEmptyAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken).ConfigureAwait(false) is { } scope && !await HasMembersAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            await client.DeleteAsync(Key, KubernetesDeleteOptions.Default, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> HasMembersAsync(SetScope scope, CancellationToken cancellationToken)
    {
        if ((await new AbsentKinds(client).FindAsync(scope, cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            return true;
        }

        IReadOnlyList<ApiResource> served = await client.Discovery.ListAsync(cancellationToken).ConfigureAwait(false);
        var places = from kind in scope.GroupKinds
                     join resource in served.DistinctBy(r => (r.Kind.Group, r.Kind.Name)) on kind equals (resource.Kind.Group, resource.Kind.Name)
                     from @namespace in resource.IsNamespaced ? scope.Namespaces : [""]
                     select KindScope.Of(resource, @namespace, client.Options.Namespace);
        foreach (KindScope place in places)
        {
            KubernetesListOptions members = place.ListOptions with { LabelSelector = $"{Ownership.PartOf}={set.Id}" };
            if (await client.ListAsync(place.Kind, members, cancellationToken).AnyAsync(live => LiveObject.IsMember(live, set), cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }
}
