using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply;

/// <summary>What goes with a Namespace or a CustomResourceDefinition that is deleted, and would be missed.</summary>
internal static class ForeignContent
{
    /// <summary>How many objects a finding names.</summary>
    public const int MostNames = 3;

    private const string TokenType = "kubernetes.io/service-account-token";

    // Made by controllers from other objects, or of no worth without them.
    private static readonly HashSet<(string Group, string Kind)> Kinds =
    [
        ("", "Event"), ("events.k8s.io", "Event"), ("", "Endpoints"), ("discovery.k8s.io", "EndpointSlice"), ("coordination.k8s.io", "Lease"),
    ];

    // Made by Kubernetes and istiod in every namespace.
    private static readonly HashSet<(string Kind, string Name)> Names =
    [
        ("ConfigMap", "kube-root-ca.crt"), ("ConfigMap", "istio-ca-root-cert"), ("ServiceAccount", "default"),
    ];

    /// <summary>Tells whether other objects go with an object of this kind.</summary>
    public static bool Has(ResourceKey container) => container is { Group: "", Kind: "Namespace" } || DefinedKinds.IsDefinition(container);

    /// <summary>Tells whether an object goes with another one.</summary>
    /// <param name="container">A Namespace or a CustomResourceDefinition.</param>
    /// <param name="key">The object.</param>
    public static bool IsIn(IResource container, ResourceKey key) => DefinedKinds.IsDefinition(ResourceKey.Of(container))
        ? (key.Group, key.Kind) == DefinedKinds.Of(container)
        : key.Namespace == container.Metadata.Name;

    /// <summary>Tells whether objects of a kind may be missed.</summary>
    public static bool MayBe(ResourceKind kind) => !Kinds.Contains((kind.Group, kind.Name));

    /// <summary>Tells whether an object would be missed, unless it goes with its owners.</summary>
    /// <remarks>Secrets with tokens come and go with their service account: before Kubernetes 1.24 each got one, <c>default</c> included.</remarks>
    public static bool IsMissed(IResource live) =>
        live.Metadata.DeletionTimestamp is null
        && MayBe(live.Type)
        && !(live.Type.Group.Length == 0 && Names.Contains((live.Type.Name, live.Metadata.Name ?? "")))
        && !(live.Type is { Group: "", Name: "Secret" } && UntypedWriter.ToUntyped(live).Find(["type"])?.Text == TokenType);

    /// <summary>Says why an object is not deleted; <see langword="null"/> if nothing would be missed.</summary>
    /// <param name="container">The object.</param>
    /// <param name="missed">What would be, one more than is named at most.</param>
    public static Diagnostic? Keep(ResourceKey container, IReadOnlyList<ResourceKey> missed)
    {
        if (missed.Count == 0)
        {
            return null;
        }

        string names = string.Join(", ", missed.Take(MostNames).Select(k => k with { Cluster = "" }));
        string more = missed.Count > MostNames ? " and more" : "";
        return ApplyChecks.About(container, ApplyDiagnostics.ForeignContent.At("", container, names + more));
    }
}
