using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares a namespace.</summary>
public sealed class MeshNamespaceBuilder
{
    private MeshNamespace _namespace;

    internal MeshNamespaceBuilder(string name) => _namespace = new() { Name = name };

    /// <summary>Sets a label.</summary>
    public MeshNamespaceBuilder WithLabel(string key, string value)
    {
        Require.Text(key);
        ArgumentNullException.ThrowIfNull(value);
        return With(_namespace with { Labels = _namespace.Labels.With(key, value) });
    }

    /// <summary>Sets the Istio revision that injects sidecars, where it is not that of each cluster.</summary>
    public MeshNamespaceBuilder WithRevision(string revision)
    {
        Require.Text(revision);
        return With(_namespace with { Revision = revision });
    }

    /// <summary>Leaves the pods of the namespace without sidecars.</summary>
    public MeshNamespaceBuilder WithoutInjection() => With(_namespace with { Injection = SidecarInjection.Disabled });

    /// <summary>Sets the mutual TLS mode, where it is not that of the mesh.</summary>
    public MeshNamespaceBuilder WithMutualTls(MutualTlsMode mode) => With(_namespace with { MutualTls = mode });

    /// <summary>Sets the only hosts that sidecars of the namespace know; the last call wins.</summary>
    /// <param name="hosts">Hosts as <c>namespace/host</c>, such as <c>./*</c> or <c>istio-system/*</c>.</param>
    public MeshNamespaceBuilder WithEgressTo(params string[] hosts) =>
        With(_namespace with { EgressHosts = Require.Texts(hosts).ToEquatableList() });

    internal MeshNamespace Build() => _namespace;

    private MeshNamespaceBuilder With(MeshNamespace changed)
    {
        _namespace = changed;
        return this;
    }
}
