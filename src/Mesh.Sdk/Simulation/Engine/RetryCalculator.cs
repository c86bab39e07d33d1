namespace Mesh.Sdk.Simulation.Engine;

/// <summary>
/// Expected values of a request with its retries. Hosts that behave alike form a class, and the tries are followed class by class: a retry
/// picks again up to five times if it meets a host that was tried (<c>host_selection_retry_max_attempts</c>).
/// </summary>
internal sealed class RetryCalculator
{
    private const double Negligible = 1e-10;
    private const int MostBranches = 20_000;

    private readonly Flow _flow;
    private readonly RouteSettings _route;
    private readonly double _permitted;
    private readonly List<HostClass> _classes = [];
    private readonly double[] _failures = new double[RequestOutcome.Causes];
    private double _ok;
    private double _tries;
    private double _latency;
    private double _retrySeconds;

    private RetryCalculator(Flow flow, double permitted)
    {
        (_flow, _route, _permitted) = (flow, flow.Route, permitted);
        for (int i = 0; i < flow.Hosts.Length; i++)
        {
            FlowHost host = flow.Hosts[i];
            HostClass? found = ClassOf(host);
            if (found is null)
            {
                _classes.Add(found = new(host, i));
            }

            found.Count++;
        }
    }

    /// <summary>Computes the outcome of the requests of a flow that are sent.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="permitted">Which part of the retries the limits let happen, 0 to 1.</param>
    public static RequestOutcome Compute(Flow flow, double permitted)
    {
        RetryCalculator calculator = new(flow, permitted);
        if (flow.Hosts.Length == 0)
        {
            calculator._failures[(int)FailureCause.NoHealthyHost] = 1;
        }
        else if (calculator.CanFollow())
        {
            calculator.Try(flow.Route.Retries, new(1, 0, 0, 0));
        }
        else
        {
            calculator.TryIndependently();
        }

        return calculator.ToOutcome();
    }

    private bool CanFollow()
    {
        int failing = _classes.Count(c => (c.Share > 0 || _route.RetriesRemoteLocalities) && !c.Outcome.IsFine);
        return Math.Pow(2 * failing, _route.Retries) <= MostBranches;
    }

    private HostClass? ClassOf(FlowHost host)
    {
        foreach (HostClass c in _classes)
        {
            if (c.Has(host, _route.RetriesRemoteLocalities))
            {
                return c;
            }
        }

        return null;
    }

    private RequestOutcome ToOutcome()
    {
        double[] last = new double[_flow.Hosts.Length];
        double[] lastFailed = new double[last.Length];
        for (int i = 0; i < last.Length; i++)
        {
            HostClass c = ClassOf(_flow.Hosts[i])!;
            last[i] = (c.Ok + c.Failed) / c.Count;
            lastFailed[i] = c.Failed / c.Count;
            _flow.Hosts[i].Tries = c.Tries / c.Count;
        }

        return new() { Ok = _ok, Failures = _failures, Tries = _tries, LastTry = last, LastFailed = lastFailed, LatencySeconds = _latency, RetrySeconds = _retrySeconds };
    }

    private void Try(int retries, Path path)
    {
        int number = _route.Retries - retries;
        if (_route.RetriesRemoteLocalities && number > 0 && number % RouteSettings.RemoteRetryFrequency == 0)
        {
            path = path with { Left = path.Tried };
        }

        double[] shares = _route.RetriesRemoteLocalities ? FlowHosts.SharesWithout(_flow, path.Left) : [];
        double ShareOf(HostClass c) => shares.Length > 0 ? shares[c.Index] : c.Share;

        double triedShare = 0;
        double all = 0;
        foreach (HostClass c in _classes)
        {
            triedShare += c.Tried * ShareOf(c);
            all += c.Count * ShareOf(c);
        }

        double again = Math.Pow(triedShare, RouteSettings.HostSelectionAttempts);
        double fresh = triedShare >= 1 - 1e-12 ? 0 : (1 - (again * triedShare)) / (1 - triedShare);
        _failures[(int)FailureCause.NoHealthyHost] += path.Mass * (all < 1 - 1e-9 ? 1 - all : 0) * fresh;
        foreach (HostClass c in _classes)
        {
            Land(c, path with { Mass = path.Mass * (c.Count - c.Tried) * ShareOf(c) * fresh }, retries, isTried: false);
            Land(c, path with { Mass = path.Mass * c.Tried * ShareOf(c) * again }, retries, isTried: true);
        }
    }

    private void Land(HostClass c, Path path, int retries, bool isTried)
    {
        if (path.Mass <= 0)
        {
            return;
        }

        TryOutcome outcome = c.Outcome;
        bool isRetry = retries < _route.Retries;
        c.Tries += path.Mass;
        _tries += path.Mass;
        double ok = path.Mass * outcome.Ok;
        _ok += ok;
        c.Ok += ok;
        _latency += ok * (path.Elapsed + outcome.LatencySeconds);
        _retrySeconds += isRetry ? ok * outcome.LatencySeconds : 0;
        c.Tried += isTried ? 0 : 1;
        path = path with { Tried = path.Tried | (1 << c.Priority) };
        Fail(FailureCause.ConnectFailure, outcome.Refused, _route.RetriesConnectFailures, 0);
        Fail(FailureCause.ConnectFailure, outcome.Unreachable, _route.RetriesConnectFailures, _route.ConnectTimeoutSeconds);
        Fail(FailureCause.Timeout, outcome.TimedOut, _route.RetriesTimeouts, _route.AnswerLimitSeconds);
        Fail(FailureCause.ErrorAnswer, outcome.Error, _route.RetriesStatus(outcome.ErrorStatus), outcome.LatencySeconds);
        Fail(FailureCause.Overload, outcome.Overload, _route.RetriesStatus(503), outcome.LatencySeconds);
        c.Tried -= isTried ? 0 : 1;

        void Fail(FailureCause cause, double part, bool isRetriable, double seconds)
        {
            if (part > 0)
            {
                double mass = path.Mass * part;
                _retrySeconds += isRetry ? mass * seconds : 0;
                GoOn(c, cause, path with { Mass = mass, Elapsed = path.Elapsed + seconds }, isRetriable ? retries : 0);
            }
        }
    }

    private void GoOn(HostClass c, FailureCause cause, Path path, int retries)
    {
        bool isOver = path.Elapsed >= _route.TimeoutSeconds;
        double again = retries > 0 && !isOver && path.Mass > Negligible ? path.Mass * _permitted : 0;
        if (again > 0)
        {
            Try(retries - 1, path with { Mass = again });
        }

        double ends = path.Mass - again;
        _failures[(int)(isOver ? FailureCause.Timeout : cause)] += ends;
        c.Failed += ends;
        _latency += ends * Math.Min(path.Elapsed, _route.TimeoutSeconds);
    }

    // Too many kinds of hosts to follow each way: tries are then independent of each other.
    private void TryIndependently()
    {
        double retriable = _permitted * _classes.Sum(c => c.Count * c.Share * _route.RetriablePartOf(c.Outcome));
        double tries = retriable >= 1 - 1e-12 ? _route.Retries + 1 : (1 - Math.Pow(retriable, _route.Retries + 1)) / (1 - retriable);
        double last = Math.Pow(retriable, _route.Retries);
        _failures[(int)FailureCause.NoHealthyHost] += tries * Math.Max(0, 1 - _classes.Sum(c => c.Count * c.Share));
        foreach (HostClass c in _classes)
        {
            double mass = c.Count * c.Share;
            TryOutcome outcome = c.Outcome;
            c.Tries += mass * tries;
            _tries += mass * tries;
            _ok += mass * tries * outcome.Ok;
            c.Ok += mass * tries * outcome.Ok;
            _latency += mass * tries * outcome.Answered * outcome.LatencySeconds;
            _retrySeconds += mass * (tries - 1) * outcome.Answered * outcome.LatencySeconds;
            Finish(FailureCause.ConnectFailure, outcome.Refused + outcome.Unreachable, _route.RetriesConnectFailures);
            Finish(FailureCause.Timeout, outcome.TimedOut, _route.RetriesTimeouts);
            Finish(FailureCause.ErrorAnswer, outcome.Error, _route.RetriesStatus(outcome.ErrorStatus));
            Finish(FailureCause.Overload, outcome.Overload, _route.RetriesStatus(503));

            void Finish(FailureCause cause, double part, bool isRetriable)
            {
                double failed = mass * part * (isRetriable ? last + ((1 - _permitted) * (tries - last)) : tries);
                _failures[(int)cause] += failed;
                c.Failed += failed;
            }
        }
    }

    /// <summary>How far some of the requests have come.</summary>
    /// <param name="Mass">Which part of the requests.</param>
    /// <param name="Elapsed">Seconds since they began.</param>
    /// <param name="Tried">The priorities that were tried, as bits.</param>
    /// <param name="Left">The priorities that are left out from now on.</param>
    private readonly record struct Path(double Mass, double Elapsed, int Tried, int Left);
}
