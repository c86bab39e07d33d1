using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Collects decisions while an answer is made.</summary>
internal sealed class DecisionLog
{
    public const string MeshConfig = "MeshConfig";

    private readonly List<RoutingDecision> _decisions = [];

    public void Add(RoutingRule rule, FieldReference? source, FormattableString conclusion) =>
        _decisions.Add(new(rule, source?.Object, source?.Field, conclusion.ToString(CultureInfo.InvariantCulture)));

    public EquatableList<RoutingDecision> ToList() => [.. _decisions];
}
