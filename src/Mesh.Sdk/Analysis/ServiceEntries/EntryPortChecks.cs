using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Istio's validation of the ports of an entry and of endpoints that are resolved.</summary>
internal static class EntryPortChecks
{
    private static readonly EntryPortNameIsLabel NameRule = new();

    private static readonly EntryPortInRange NumberRule = new();

    private static readonly EntryProtocolIsKnown ProtocolRule = new();

    public static IEnumerable<IRule> Rules => [NameRule, NumberRule, ProtocolRule];

    public static void Check(ServicePort? port, Place place)
    {
        if (port is null)
        {
            return;
        }

        NameRule.Check(port.Name, place.Field("name"));
        NumberRule.Check(port.Number, place.Field("number"));
        ProtocolRule.Check(port, place);
        if (port.TargetPort is { } target && target != 0)
        {
            NumberRule.Check(target, place.Field("targetPort"));
        }
    }

    public static void Check(EndpointPort port, Place place)
    {
        NameRule.Check(port.Name, place);
        NumberRule.Check(port.Number, place);
    }
}
