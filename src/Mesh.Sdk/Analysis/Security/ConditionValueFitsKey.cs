using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>The values of a condition are such as its attribute has.</summary>
internal sealed class ConditionValueFitsKey : Rule<AuthorizationCondition>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2697",
        DiagnosticSeverity.Error,
        "'{1}' can't be a value of '{0}'.",
        "Give an IP address or range, a port, or a text that is not empty, as the key asks.");

    public override void Check(AuthorizationCondition value, Place place)
    {
        Check(value.Key ?? "", value.Values, place.Field("values"));
        Check(value.Key ?? "", value.NotValues, place.Field("notValues"));
    }

    private void Check(string key, EquatableList<string> values, Place place)
    {
        for (int i = 0; i < values.Count; i++)
        {
            string text = values[i] ?? "";
            bool fits = key switch
            {
                "source.ip" or "remote.ip" or "destination.ip" => IstioFormats.IsIpOrCidr(text),
                "destination.port" => PolicyValues.IsPort(text),
                _ => text.Length > 0,
            };
            if (!fits)
            {
                place.Item(i).Report(Descriptor, key, text);
            }
        }
    }
}
