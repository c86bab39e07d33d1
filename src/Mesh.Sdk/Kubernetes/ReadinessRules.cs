using System.Collections.Frozen;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes;

/// <summary>How far an object is, by its kind. Immutable.</summary>
/// <remarks>
/// Known are Deployment, StatefulSet, DaemonSet, Job, Service, CustomResourceDefinition, Namespace, the kinds of Strimzi and those of the Gateway API.
/// Any other object is ready once its controller has seen its generation and its condition <c>Ready</c>, if it has one, is true.
/// </remarks>
public sealed class ReadinessRules
{
    /// <summary>The rules that are known.</summary>
    public static readonly ReadinessRules Default = new(KnownReadiness.ByKind);

    private readonly FrozenDictionary<(string Group, string Kind), Func<UntypedValue, Readiness>> _byKind;

    private ReadinessRules(FrozenDictionary<(string, string), Func<UntypedValue, Readiness>> byKind) => _byKind = byKind;

    /// <summary>Returns these rules and one more, in place of one for the same kind.</summary>
    /// <param name="group">API group, <c>""</c> for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="check">Looks at the whole object, status included.</param>
    public ReadinessRules With(string group, string kind, Func<UntypedValue, Readiness> check)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(check);
        return new(new Dictionary<(string, string), Func<UntypedValue, Readiness>>(_byKind) { [(group, kind)] = check }.ToFrozenDictionary());
    }

    /// <summary>Tells how far an object is.</summary>
    public Readiness Check(IResource live)
    {
        ArgumentNullException.ThrowIfNull(live);
        Func<UntypedValue, Readiness> check = _byKind.GetValueOrDefault((live.Type.Group, live.Type.Name)) ?? Conditions.Generic;
        return check(UntypedWriter.ToUntyped(live));
    }

    /// <summary>Tells whether a kind has a rule of its own, so that an object may be unready without saying so.</summary>
    internal bool Knows(ResourceKey key) => _byKind.ContainsKey((key.Group, key.Kind));
}
