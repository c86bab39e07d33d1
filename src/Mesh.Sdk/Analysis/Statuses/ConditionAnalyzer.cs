using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Resources.GatewayApi;

namespace Mesh.Sdk.Analysis.Statuses;

/// <summary>Puts what controllers say of objects before the rule: conditions that Istio and the Gateway API know, of kinds that have them.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/conditions/conditions.go</c>.</remarks>
internal sealed class ConditionAnalyzer : IAnalyzer
{
    private static readonly ConditionIsMet[] TheRule = [new ConditionIsMet()];
    private static readonly string[] OfWaypoints = ["istio.io/WaypointBound"];
    private static readonly string[] OfPolicies = ["ZtunnelAccepted", "WaypointAccepted"];
    private static readonly string[] OfGatewayApi = ["Accepted", "Programmed", "ResolvedRefs"];

    public IEnumerable<IRule> Rules => TheRule;

    public void Analyze(AnalysisContext context)
    {
        foreach ((Service service, Place place) in context.Each<Service>())
        {
            Check(service.Status?.Conditions ?? default, ObjectCondition.Of, OfWaypoints, place.Field("status"));
        }

        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            Check(entry.Status?.Conditions ?? default, ObjectCondition.Of, OfWaypoints, place.Field("status"));
        }

        foreach ((AuthorizationPolicy policy, Place place) in context.Each<AuthorizationPolicy>())
        {
            Check(policy.Status?.Conditions ?? default, ObjectCondition.Of, OfPolicies, place.Field("status"));
        }

        foreach ((Resources.GatewayApi.Gateway gateway, Place place) in context.Each<Resources.GatewayApi.Gateway>())
        {
            Check(gateway.Status?.Conditions ?? default, ObjectCondition.Of, OfGatewayApi, place.Field("status"));
        }

        foreach ((HTTPRoute route, Place place) in context.Each<HTTPRoute>())
        {
            CheckParents(route.Status?.Parents ?? default, parent => parent?.Conditions ?? default, ObjectCondition.Of, place);
        }

        foreach ((UntypedResource route, Place place) in context.Each<UntypedResource>())
        {
            if (route.Type is { Group: "gateway.networking.k8s.io", Name: "GRPCRoute" })
            {
                CheckParents(route.Fields["status"]?.Fields["parents"]?.Items ?? default, parent => parent?.Fields["conditions"]?.Items ?? default, ObjectCondition.Of, place);
            }
        }
    }

    private static void CheckParents<TParent, T>(EquatableList<TParent> parents, Func<TParent?, EquatableList<T>> conditionsOf, Func<T, ObjectCondition> read, Place place)
    {
        for (int i = 0; i < parents.Count; i++)
        {
            Check(conditionsOf(parents[i]), read, OfGatewayApi, place.Field("status").Field("parents").Item(i));
        }
    }

    private static void Check<T>(EquatableList<T> conditions, Func<T, ObjectCondition> read, string[] types, Place place)
    {
        for (int i = 0; i < conditions.Count; i++)
        {
            ObjectCondition condition = read(conditions[i]);
            if (types.Contains(condition.Type))
            {
                place.Field("conditions").Item(i).Finds(condition, TheRule);
            }
        }
    }
}
