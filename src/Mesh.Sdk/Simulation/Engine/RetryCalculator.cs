namespace Mesh.Sdk.Simulation.Engine;

/// <summary>
/// Expected values of a request with its retries. Hosts that behave alike form a class, and the tries are followed class by class: a retry
/// picks again up to five times if it meets a host that was tried (<c>host_selection_retry_max_attempts</c>).
/// </summary>
internal sealed class RetryCalculator
{
    private const double Negligible = 1e-10;
    private const int MostBranches = 20_000;

    private readonly RouteSettings _route;
    private readonly List<HostClass> _classes = [];
    private readonly double[] _failures = new double[6];
    private readonly bool _avoidsTried;
    private double _ok;
    private double _tries;
    private double _latency;

    private RetryCalculator(RouteSettings route, FlowHost[] hosts)
    {
        _route = route;
        foreach (FlowHost host in hosts)
        {
            HostClass? found = null;
            foreach (HostClass c in _classes)
            {
                if (c.Share.Equals(host.Share) && c.Outcome.Equals(host.Outcome))
                {
                    found = c;
                    break;
                }
            }

            if (found is null)
            {
                _classes.Add(found = new(host.Share, host.Outcome));
            }

            found.Count++;
        }

        int failing = _classes.Count(c => c.Share > 0 && !c.Outcome.IsFine);
        _avoidsTried = Math.Pow(2 * failing, route.Retries) <= MostBranches;
    }

    public static RequestOutcome Compute(RouteSettings route, FlowHost[] hosts)
    {
        RetryCalculator calculator = new(route, hosts);
        if (hosts.Length == 0)
        {
            calculator._failures[(int)FailureCause.NoHealthyHost] = 1;
        }
        else if (calculator._avoidsTried)
        {
            calculator.Try(route.Retries, 1, 0);
        }
        else
        {
            calculator.TryIndependently();
        }

        return calculator.ToOutcome(hosts);
    }

    private RequestOutcome ToOutcome(FlowHost[] hosts)
    {
        double[] last = new double[hosts.Length];
        double[] lastFailed = new double[hosts.Length];
        for (int i = 0; i < hosts.Length; i++)
        {
            foreach (HostClass c in _classes)
            {
                if (c.Share.Equals(hosts[i].Share) && c.Outcome.Equals(hosts[i].Outcome))
                {
                    last[i] = (c.Ok + c.Failed) / c.Count;
                    lastFailed[i] = c.Failed / c.Count;
                    hosts[i].Tries = c.Tries / c.Count;
                    break;
                }
            }
        }

        return new() { Ok = _ok, Failures = _failures, Tries = _tries, LastTry = last, LastFailed = lastFailed, LatencySeconds = _latency };
    }

    private void Try(int retries, double mass, double elapsed)
    {
        double triedShare = 0;
        double all = 0;
        foreach (HostClass c in _classes)
        {
            triedShare += c.Tried * c.Share;
            all += c.Count * c.Share;
        }

        double again = Math.Pow(triedShare, RouteSettings.HostSelectionAttempts);
        double fresh = triedShare >= 1 - 1e-12 ? 0 : (1 - (again * triedShare)) / (1 - triedShare);
        _failures[(int)FailureCause.NoHealthyHost] += mass * (all < 1 - 1e-9 ? 1 - all : 0) * fresh;
        foreach (HostClass c in _classes)
        {
            double untried = mass * (c.Count - c.Tried) * c.Share * fresh;
            if (untried > 0)
            {
                Land(c, untried, retries, elapsed, isTried: false);
            }

            double tried = mass * c.Tried * c.Share * again;
            if (tried > 0)
            {
                Land(c, tried, retries, elapsed, isTried: true);
            }
        }
    }

    private void Land(HostClass c, double mass, int retries, double elapsed, bool isTried)
    {
        TryOutcome outcome = c.Outcome;
        c.Tries += mass;
        _tries += mass;
        double ok = mass * outcome.Ok;
        _ok += ok;
        c.Ok += ok;
        _latency += ok * (elapsed + outcome.LatencySeconds);
        c.Tried += isTried ? 0 : 1;
        Fail(c, FailureCause.ConnectFailure, mass * outcome.Refused, _route.RetriesConnectFailures, elapsed, retries);
        Fail(c, FailureCause.ConnectFailure, mass * outcome.Unreachable, _route.RetriesConnectFailures, elapsed + _route.ConnectTimeoutSeconds, retries);
        Fail(c, FailureCause.Timeout, mass * outcome.TimedOut, _route.RetriesTimeouts, elapsed + _route.AnswerLimitSeconds, retries);
        Fail(c, FailureCause.ErrorAnswer, mass * outcome.Error, _route.RetriesStatus(outcome.ErrorStatus), elapsed + outcome.LatencySeconds, retries);
        Fail(c, FailureCause.Overload, mass * outcome.Overload, _route.RetriesStatus(503), elapsed + outcome.LatencySeconds, retries);
        c.Tried -= isTried ? 0 : 1;
    }

    private void Fail(HostClass c, FailureCause cause, double mass, bool isRetriable, double elapsed, int retries)
    {
        if (mass <= 0)
        {
            return;
        }

        if (isRetriable && retries > 0 && elapsed < _route.TimeoutSeconds && mass > Negligible)
        {
            Try(retries - 1, mass, elapsed);
            return;
        }

        _failures[(int)(elapsed >= _route.TimeoutSeconds ? FailureCause.Timeout : cause)] += mass;
        c.Failed += mass;
        _latency += mass * Math.Min(elapsed, _route.TimeoutSeconds);
    }

    // Too many kinds of hosts to follow each way: tries are then independent of each other.
    private void TryIndependently()
    {
        double retriable = _classes.Sum(c => c.Count * c.Share * Retriable(c.Outcome));
        double tries = retriable >= 1 - 1e-12 ? _route.Retries + 1 : (1 - Math.Pow(retriable, _route.Retries + 1)) / (1 - retriable);
        double lastRetried = Math.Pow(retriable, _route.Retries);
        _failures[(int)FailureCause.NoHealthyHost] += tries * Math.Max(0, 1 - _classes.Sum(c => c.Count * c.Share));
        foreach (HostClass c in _classes)
        {
            double mass = c.Count * c.Share;
            TryOutcome outcome = c.Outcome;
            c.Tries += mass * tries;
            _tries += mass * tries;
            _ok += mass * tries * outcome.Ok;
            c.Ok += mass * tries * outcome.Ok;
            _latency += mass * tries * outcome.Ok * outcome.LatencySeconds;
            Finish(c, FailureCause.ConnectFailure, mass * (outcome.Refused + outcome.Unreachable), _route.RetriesConnectFailures ? lastRetried : tries);
            Finish(c, FailureCause.Timeout, mass * outcome.TimedOut, _route.RetriesTimeouts ? lastRetried : tries);
            Finish(c, FailureCause.ErrorAnswer, mass * outcome.Error, _route.RetriesStatus(outcome.ErrorStatus) ? lastRetried : tries);
            Finish(c, FailureCause.Overload, mass * outcome.Overload, _route.RetriesStatus(503) ? lastRetried : tries);
        }
    }

    private void Finish(HostClass c, FailureCause cause, double mass, double factor)
    {
        _failures[(int)cause] += mass * factor;
        c.Failed += mass * factor;
    }

    private double Retriable(TryOutcome outcome) =>
        (_route.RetriesConnectFailures ? outcome.Refused + outcome.Unreachable : 0)
        + (_route.RetriesTimeouts ? outcome.TimedOut : 0)
        + (_route.RetriesStatus(outcome.ErrorStatus) ? outcome.Error : 0)
        + (_route.RetriesStatus(503) ? outcome.Overload : 0);

    private sealed class HostClass(double share, TryOutcome outcome)
    {
        public double Share { get; } = share;

        public TryOutcome Outcome { get; } = outcome;

        public int Count { get; set; }

        public int Tried { get; set; }

        public double Tries { get; set; }

        public double Ok { get; set; }

        public double Failed { get; set; }
    }
}
